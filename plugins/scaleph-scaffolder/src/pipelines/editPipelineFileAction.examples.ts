import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Makes a pull request of an edited pipeline on GitHub',
    example: stringify({
      steps: [
        {
          id: 'edit',
          action: 'scaleph:pipeline:edit-file',
          name: 'Edit the file',
          input: {
            name: '${{ parameters.name }}',
            yaml: '${{ parameters.yaml }}',
          },
        },
        {
          id: 'publish',
          action: 'publish:github:pull-request',
          name: 'Open a pull request',
          input: {
            repoUrl: '${{ steps.edit.output.repoUrl }}',
            branchName: 'scaleph/${{ parameters.name }}',
            title: 'Change pipeline ${{ parameters.name }}',
            description: '',
          },
        },
      ],
    }),
  },
  {
    description: 'Shows what would change, and changes nothing',
    example: stringify({
      steps: [
        {
          id: 'edit',
          action: 'scaleph:pipeline:edit-file',
          name: 'Edit the file',
          input: {
            name: '${{ parameters.name }}',
            yaml: '${{ parameters.yaml }}',
          },
        },
        {
          id: 'show',
          action: 'debug:log',
          name: 'Show what changes',
          input: { message: '${{ steps.edit.output.patch }}' },
        },
      ],
    }),
  },
];
