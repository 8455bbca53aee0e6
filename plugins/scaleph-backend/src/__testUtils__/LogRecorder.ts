import {
  coreServices,
  createServiceFactory,
  LoggerService,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { inspect } from 'node:util';

/** Keeps every log line of a test backend, whole. */
export class LogRecorder implements RootLoggerService {
  readonly lines: string[] = [];

  readonly factory = createServiceFactory({
    service: coreServices.rootLogger,
    deps: {},
    factory: () => this,
  });

  error = (...args: unknown[]) => this.keep(args);
  warn = (...args: unknown[]) => this.keep(args);
  info = (...args: unknown[]) => this.keep(args);
  debug = (...args: unknown[]) => this.keep(args);
  child = (): LoggerService => this;

  private keep(args: unknown[]) {
    this.lines.push(inspect(args, { depth: 10, maxStringLength: null }));
  }
}
