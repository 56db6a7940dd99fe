import { asyncApiDocument } from '#messaging';
import { ActionsModule } from './actions/actions.module';
import { CONTRACTS } from './contract/contracts';
import { openApiDocument } from './contract/openapi-document';
import { routesOf } from './contract/routes';
import { DescriptionsModule } from './descriptions/descriptions.module';
import type { Descriptions } from './descriptions/description';
import { EventsModule } from './events/events.module';
import { OperationsModule } from './operations/operations.module';
import { PreviewsModule } from './previews/previews.module';
import { QuotasModule } from './quotas/quotas.module';
import { ResourceTypesModule } from './resource-types/resource-types.module';
import { ResourcesModule } from './resources/resources.module';
import { ServiceModule } from './service/service.module';
import { ServicesModule } from './services/services.module';
import { SignalsModule } from './signals/signals.module';
import { StacksModule } from './stacks/stacks.module';
import { TemplatesModule } from './templates/templates.module';

/** Everything that the api can do. */
export const FEATURES = [
  StacksModule,
  PreviewsModule,
  ActionsModule,
  OperationsModule,
  ResourcesModule,
  SignalsModule,
  EventsModule,
  TemplatesModule,
  ResourceTypesModule,
  ServiceModule,
  QuotasModule,
  ServicesModule,
];

/** What describes the api and what it says to the broker, made from the code. */
export function descriptions(): Descriptions {
  const routes = routesOf([...FEATURES, DescriptionsModule]);
  return { openApi: openApiDocument(routes, CONTRACTS), asyncApi: asyncApiDocument() };
}
