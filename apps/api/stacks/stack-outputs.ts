import { Injectable } from '@nestjs/common';
import type { Json } from '#contracts';
import { SecretBox } from '#entities';
import type { WholeStackRow } from './stack-store';

/** Opens the outputs that the engine sealed when the stack last settled. */
@Injectable()
export class StackOutputs {
  constructor(private readonly secrets: SecretBox) {}

  /** A list of `{output_key, output_value, description, output_error}`; empty before there are any. */
  of({ sealed_outputs: sealed }: WholeStackRow): Json {
    return sealed ? this.secrets.open(sealed) : [];
  }
}
