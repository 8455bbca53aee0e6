import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Run the newest version and wait for its end',
    example: stringify({
      steps: [
        {
          id: 'run',
          name: 'Run the pipeline',
          action: 'scaleph:pipeline:run',
          input: { pipeline: '${{ steps.create.output.name }}' },
        },
      ],
    }),
  },
  {
    description: 'Start version 3 with a parameter, and do not wait',
    example: stringify({
      steps: [
        {
          id: 'run',
          name: 'Run the pipeline',
          action: 'scaleph:pipeline:run',
          input: {
            pipeline: 'orders',
            version: 3,
            parameters: { day: '2026-11-21' },
            wait: false,
          },
        },
      ],
    }),
  },
];
