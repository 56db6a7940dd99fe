import { Injectable } from '@nestjs/common';
import { SecretBox } from '#entities';
import { OutputDto } from './dto/output.dto';
import type { WholeStackRow } from './stack-store';

/** Opens the outputs that the engine sealed when the stack last settled. */
@Injectable()
export class StackOutputs {
  constructor(private readonly secrets: SecretBox) {}

  /** Empty before there are any. */
  of({ sealed_outputs: sealed }: WholeStackRow): readonly OutputDto[] {
    return sealed ? (this.secrets.open(sealed) as unknown as OutputDto[]) : [];
  }
}
