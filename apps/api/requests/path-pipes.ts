import { Injectable, PipeTransform } from '@nestjs/common';
import type { StackId } from '#contracts';
import { AppError } from '#contracts';
import { isUuid } from './uuid';

/** The answer for a stack that is not there, whether it never was, is gone, or belongs to another project. */
export function stackNotFound(): AppError {
  return new AppError('not-found', 'the project has no stack of this id');
}

/** A stack's id in a path; a malformed one names no stack. */
@Injectable()
export class StackIdPipe implements PipeTransform<string, StackId> {
  transform(value: string): StackId {
    if (!isUuid(value)) throw stackNotFound();
    return value.toLowerCase() as StackId;
  }
}

/** A resource's name in a path; PostgreSQL knows no text with U+0000. */
@Injectable()
export class ResourceNamePipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (value.includes('\0')) throw new AppError('not-found', 'the stack has no resource of this name');
    return value;
  }
}
