export { asyncApiDocument } from './asyncapi-document';
export { Broker } from './broker';
export type { BrokerLog, BrokerSettings } from './broker';
export { BrokerServer } from './broker-server';
export { Consumer, PoisonMessage } from './consumer';
export type { ConsumerOptions, Delivery, MessageHandler } from './consumer';
export * from './log';
export * from './topology';
