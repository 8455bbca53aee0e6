import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  RequestOptions,
  ScalephApi,
  ScalephClient,
} from '@scaleph/backstage-plugin-scaleph-common';

/** What the actions need of the portal. @internal */
export interface ActionServices {
  auth: AuthService;
  discovery: DiscoveryService;
}

/** Of the context of an action, what decides in whose name and for how long it acts. @internal */
export interface TaskInitiator {
  getInitiatorCredentials(): Promise<BackstageCredentials>;
  signal?: AbortSignal;
}

/**
 * The Scaleph API in the name of whoever started the task: an action can do what they can, and no more.
 *
 * @internal
 */
export class TaskApi {
  readonly api: ScalephApi;

  constructor(
    private readonly services: ActionServices,
    private readonly initiator: TaskInitiator,
  ) {
    this.api = new ScalephClient({ discoveryApi: services.discovery });
  }

  /** For one request: a token of its own, since a task may outlive one, and the signal that ends the task. */
  async options(): Promise<RequestOptions> {
    return { ...(await this.lastingOptions()), signal: this.initiator.signal };
  }

  /** For a request that is made although the task is being ended. */
  async lastingOptions(): Promise<RequestOptions> {
    const { token } = await this.services.auth.getPluginRequestToken({
      onBehalfOf: await this.initiator.getInitiatorCredentials(),
      targetPluginId: 'scaleph',
    });
    return { token };
  }
}
