import Ajv2020 from 'ajv/dist/2020';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { JsonObject } from '#contracts';
import { pathOf } from './exchange';
import type { Exchange } from './exchange';
import { KnownOperations } from './known-operations';
import type { Place } from './known-operations';

/** Headers that HTTP itself needs, and that no contract names. */
const TRANSPORT = [
  'connection',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'transfer-encoding',
  'x-accel-buffering',
];

/** Says of answers what the contract does not. */
export class ContractChecker {
  private readonly operations: KnownOperations;
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(document: JsonObject) {
    this.operations = new KnownOperations(document);
    addFormats(this.ajv);
    this.ajv.addSchema(document, 'openapi');
  }

  /** Every way in which an answer is not as the contract has it. */
  faultsOf(exchange: Exchange): string[] {
    const response = this.responseOf(exchange);
    if (typeof response === 'string') return [response];
    return [...this.headerFaults(response, exchange), ...this.bodyFaults(response, exchange)];
  }

  /** The response that the contract has for the answer, or why it has none. */
  private responseOf({ method, url, status }: Exchange): Place | string {
    const path = pathOf(url);
    const operation = this.operations.find(method, path);
    if (operation) return this.declared(operation.pointer, status);
    const isKnownPath = this.operations.templatesOf(path).length > 0;
    if (isKnownPath && method === 'OPTIONS' && status === 204) return { pointer: [], value: OPTIONS_RESPONSE };
    const expected = isKnownPath ? { status: 405, name: 'MethodNotAllowed' } : { status: 404, name: 'NotFound' };
    if (status === 503) return this.component('ServiceUnavailable');
    if (status !== expected.status) return `the contract has ${expected.status} here, not ${status}`;
    return this.component(expected.name);
  }

  private declared(pointer: readonly string[], status: number): Place | string {
    const response = this.operations.at([...pointer, 'responses', String(status)]);
    return response ?? `the contract has no status ${status} here`;
  }

  private component(name: string): Place | string {
    return this.operations.at(['components', 'responses', name]) ?? `the contract has no response ${name}`;
  }

  private headerFaults({ pointer, value }: Place, { headers }: Exchange): string[] {
    const declared = Object.keys((value['headers'] ?? {}) as JsonObject);
    const faults = declared.flatMap((name) => {
      const header = this.operations.at([...pointer, 'headers', name]) ?? HEADER_OF_OPTIONS;
      const given = headers.get(name);
      if (given === null) return header.value['required'] === true ? [`the header ${name} is missing`] : [];
      if (header.pointer.length === 0) return [];
      return this.mismatches([...header.pointer, 'schema'], given).map((fault) => `the header ${name}${fault}`);
    });
    const known = [...TRANSPORT, ...declared.map((name) => name.toLowerCase())];
    const strays = [...headers.keys()].filter((name) => !known.includes(name));
    return [...faults, ...strays.map((name) => `the contract has no header ${name} here`)];
  }

  private bodyFaults({ pointer, value }: Place, { method, headers, text }: Exchange): string[] {
    if (text === undefined || method === 'HEAD') return [];
    const content = value['content'] as JsonObject | undefined;
    if (!content) return text === '' ? [] : ['the contract has no body here'];
    const mediaType = headers.get('content-type')?.split(';', 1)[0]?.trim() ?? '';
    if (!(mediaType in content)) return [`the contract has no body of media type "${mediaType}" here`];
    return this.textFaults([...pointer, 'content', mediaType, 'schema'], text, mediaType.includes('json'));
  }

  private textFaults(place: readonly string[], text: string, isJson: boolean): string[] {
    try {
      const value: unknown = isJson ? JSON.parse(text) : text;
      return this.mismatches(place, value).map((fault) => `the body${fault}`);
    } catch {
      return ['the body is not JSON'];
    }
  }

  private mismatches(pointer: readonly string[], value: unknown): string[] {
    const validate = this.validatorOf(pointer);
    return validate(value) ? [] : (validate.errors ?? []).map(describe);
  }

  private validatorOf(pointer: readonly string[]): ValidateFunction {
    const fragment = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
    const reference = `openapi#/${fragment.join('/')}`;
    const known = this.validators.get(reference);
    if (known) return known;
    const validate = this.ajv.compile({ $ref: reference });
    this.validators.set(reference, validate);
    return validate;
  }
}

/** What every known path answers to OPTIONS. */
const OPTIONS_RESPONSE: JsonObject = { headers: { Allow: {}, 'X-Openstack-Request-Id': {} } };
const HEADER_OF_OPTIONS: Place = { pointer: [], value: { required: true } };

function describe({ instancePath, message = 'is wrong', params }: ErrorObject): string {
  return `${instancePath} ${message} ${JSON.stringify(params)}`;
}
