import { Injectable, Param, PipeTransform } from '@nestjs/common';
import type { StackId } from '#contracts';
import { AppError } from '#contracts';
import { isUuid } from './uuid';

/** The answer for a stack that is not there, whether it never was, is gone, or belongs to another project. */
export function stackNotFound(): AppError {
  return new AppError('not-found', 'the project has no stack of this id');
}

@Injectable()
class StackIdPipe implements PipeTransform<string, StackId> {
  transform(value: string): StackId {
    if (!isUuid(value)) throw stackNotFound();
    return value.toLowerCase() as StackId;
  }
}

/** The stack's id in the path; a malformed one names no stack. */
export const PathStackId = (): ParameterDecorator => Param('stack_id', StackIdPipe);

@Injectable()
class ResourceNamePipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (value.includes('\0')) throw new AppError('not-found', 'the stack has no resource of this name');
    return value;
  }
}

/** The resource's name in the path; PostgreSQL knows no text with U+0000. */
export const PathResourceName = (): ParameterDecorator => Param('resource_name', ResourceNamePipe);
