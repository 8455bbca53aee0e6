import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** A link to the Group or User that owns something. */
export const OwnerLink = (props: { owner: string }) => (
  <EntityRefLink entityRef={props.owner} defaultKind="group" hideIcon />
);

/** A link to a System. */
export const SystemLink = (props: { system: string }) => (
  <EntityRefLink entityRef={props.system} defaultKind="system" hideIcon />
);
