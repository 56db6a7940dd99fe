import { Module } from '@nestjs/common';
import { StacksModule } from '../stacks/stacks.module';
import { PreviewStore } from './preview-store';
import { Previews } from './previews';
import { PreviewsController } from './previews.controller';

@Module({ imports: [StacksModule], controllers: [PreviewsController], providers: [PreviewStore, Previews] })
export class PreviewsModule {}
