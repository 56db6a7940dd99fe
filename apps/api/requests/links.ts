import type { FastifyRequest } from 'fastify';
import { LinkDto } from './dto/link.dto';

/** Makes the links of one request's answers. */
export class Links {
  constructor(private readonly base: string) {}

  to(path: string): string {
    return `${this.base}${path}`;
  }

  link(rel: string, path: string): LinkDto {
    return { rel, href: this.to(path) };
  }

  /** The link to the page after `marker`, with everything else that the request asked for. */
  next(url: string, marker: string | undefined): LinkDto[] {
    if (marker === undefined) return [];
    const [path = '', query = ''] = url.split('?', 2);
    const parameters = new URLSearchParams(query);
    parameters.set('marker', marker);
    return [this.link('next', `${path}?${parameters.toString()}`)];
  }
}

/** Links begin with the configured URL, or with what the client calls this host. */
export function linksFor(request: FastifyRequest, publicUrl: string | undefined): Links {
  return new Links(publicUrl ?? (request.host === '' ? '' : `${request.protocol}://${request.host}`));
}
