import { describe, expect, it } from 'vitest';
import { projectText, projectYaml } from './fixtures/project-file';

interface Hosting {
  readonly Parameters: { readonly AccessToken: { readonly NoEcho: boolean } };
  readonly Resources: {
    readonly App: {
      readonly Properties: {
        readonly CustomRules: readonly {
          readonly Source: string;
          readonly Target: string;
          readonly Status: string;
        }[];
        readonly EnvironmentVariables: readonly { readonly Name: string; readonly Value: string }[];
      };
    };
    readonly Main: { readonly Properties: { readonly EnableAutoBuild: boolean } };
  };
}

interface BuildSpec {
  readonly backend: {
    readonly phases: { readonly build: { readonly commands: readonly string[] } };
  };
  readonly frontend: { readonly artifacts: { readonly baseDirectory: string } };
}

const { Parameters, Resources } = projectYaml<Hosting>('amplify/delivery/hosting.yaml');
const [rule, ...more] = Resources.App.Properties.CustomRules;

describe('the rewrite', () => {
  const source = /^<\/(.*)\/>$/.exec(rule?.Source ?? '')?.[1] ?? '';
  const rewritten = (path: string) => new RegExp(source).test(path);

  it('is one, to the page that the router fills in', () => {
    expect(more).toEqual([]);
    expect(rule).toMatchObject({ Target: '/200.html', Status: '200' });
    expect(projectText('svelte.config.js')).toContain("fallback: '200.html'");
  });

  it.each(['/', '/listen', '/s', '/share', '/no/such/page'])('answers %s', (path) => {
    expect(rewritten(path)).toBe(true);
  });

  it.each([
    '/200.html.js',
    '/connector.yaml',
    '/favicon.svg',
    '/theme.js',
    '/_app/version.json',
    '/_app/immutable/entry/start.DXNpTN6V.js',
    '/_app/immutable/assets/0.Cx.css',
    '/_app/immutable/assets/martian-mono.woff2',
  ])('leaves %s alone', (path) => {
    expect(rewritten(path)).toBe(false);
  });
});

describe('the build', () => {
  const { backend, frontend } = projectYaml<BuildSpec>('amplify.yml');
  const script = backend.phases.build.commands.join('\n');

  it('deploys the backend, unless a workflow has', () => {
    expect(script).toContain('npm ci');
    expect(script).toMatch(
      /if \[ "\$BACKEND" = actions \];.*ampx generate outputs.*else.*ampx pipeline-deploy/s,
    );
    expect(Resources.App.Properties.EnvironmentVariables).toEqual([
      { Name: 'BACKEND', Value: 'actions' },
    ]);
    expect(Resources.Main.Properties.EnableAutoBuild).toBe(false);
  });

  it('publishes the folder that the site is built into', () => {
    expect(frontend.artifacts.baseDirectory).toBe('build');
  });

  it('shows the token of the repository to nobody', () => {
    expect(Parameters.AccessToken.NoEcho).toBe(true);
  });
});
