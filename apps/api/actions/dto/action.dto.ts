import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { Describes } from '#contracts';
import type { Diagnostic } from '#contracts';
import { IsObjectOf } from '../../requests/nested-members';

@Describes('No options.')
class NoOptionsDto {}

@Describes('How a running update ends.')
class CancelUpdateDto {
  @Describes('Whether the stack goes back to its last good template; true, unless it was given.')
  @IsOptional()
  @IsBoolean({ message: 'rollback must be true or false' })
  rollback?: boolean | null;
}

@Describes('What to go back to.')
class RestoreDto {
  @Describes('The snapshot.')
  @IsUUID(undefined, { message: 'snapshot_id must be the id of a snapshot' })
  snapshot_id!: string;
}

/** The body of `POST …/actions`; `null` means no options. */
@Describes('An action: exactly one of these, with its options or `null`.')
export class ActionDto {
  @Describes('The running operation starts no further step.')
  @IsOptional()
  @IsObjectOf(NoOptionsDto)
  pause?: object | null;

  @Describes('Resources are suspended, in reverse order of dependency.')
  @IsOptional()
  @IsObjectOf(NoOptionsDto)
  suspend?: object | null;

  @Describes('Undoes `pause` or `suspend`.')
  @IsOptional()
  @IsObjectOf(NoOptionsDto)
  resume?: object | null;

  @Describes('Compares every resource with the outside world.')
  @IsOptional()
  @IsObjectOf(NoOptionsDto)
  check?: object | null;

  @Describes('The same, and repairs what differs.')
  @IsOptional()
  @IsObjectOf(NoOptionsDto)
  converge?: object | null;

  @Describes('Ends the running update, and goes back to the last good template unless `rollback` is false.')
  @IsOptional()
  @IsObjectOf(CancelUpdateDto)
  cancel_update?: CancelUpdateDto | null;

  @Describes('A failed operation goes on from where it failed.')
  @IsOptional()
  @IsObjectOf(NoOptionsDto)
  retry?: object | null;

  @Describes('Goes back to a snapshot.')
  @IsOptional()
  @IsObjectOf(RestoreDto)
  restore?: RestoreDto | null;

  @Describes('The records go, the outside world stays; the result can be adopted.')
  @IsOptional()
  @IsObjectOf(NoOptionsDto)
  abandon?: object | null;

  @Describes('The same, and nothing changes.')
  @IsOptional()
  @IsObjectOf(NoOptionsDto)
  export?: object | null;
}

/** What is wrong where there is not exactly one action, or one lacks the options that it needs. */
export function actionFault(actions: ActionDto): Diagnostic | undefined {
  const named = Object.entries(actions).flatMap(([name, options]) => (options === undefined ? [] : [name]));
  if (named.length !== 1) {
    const found = named.length === 0 ? 'names none' : `names ${named.join(' and ')}`;
    return { path: '', detail: `the body must name exactly one action as its key: it ${found}` };
  }
  if (actions.restore !== null) return undefined;
  return { path: '/restore', detail: 'restore needs {"snapshot_id": …}' };
}
