import { limitFault } from '../fault';
import { YAQL_LIMITS } from '../limits';

/** Counts what one evaluation costs, and ends it where that is too much. */
export class Meter {
  private steps = 0;
  private depth = 0;

  /** Anything that takes time: a call, an item, a value looked at. */
  step(count = 1): void {
    this.steps += count;
    if (this.steps > YAQL_LIMITS.steps) {
      throw limitFault(`the expression takes more than the limit of ${YAQL_LIMITS.steps} steps`);
    }
  }

  /** Where calls and collections stand in each other; each `enter` wants its `leave`, also after a fault. */
  enter(): void {
    this.step();
    this.depth += 1;
    if (this.depth > YAQL_LIMITS.depth) {
      throw limitFault(`calls or collections stand in each other deeper than the limit of ${YAQL_LIMITS.depth}`);
    }
  }

  leave(): void {
    this.depth -= 1;
  }

  /** Before a text or list is made whose size can be told. */
  checkSize(size: number | bigint): void {
    if (size > YAQL_LIMITS.characters) throw memoryFault();
  }
}

/** One value would be larger than Heat's memory quota allows. */
export function memoryFault(): Error {
  return limitFault(`a value takes more than the limit of ${YAQL_LIMITS.memory} bytes`);
}
