import { describe, expect, it } from 'vitest';
import { projectFolder, projectText, projectYaml } from './fixtures/project-file';

type Permissions = Readonly<Record<string, string>>;

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly if?: string;
  readonly permissions?: Permissions;
  readonly environment?: string | { readonly name: string };
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Permissions;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = '.github/workflows/';
const NAMES = projectFolder(FOLDER);
const workflow = (name: string) => projectYaml<Workflow>(FOLDER + name);
const jobs = NAMES.flatMap((name) => {
  const { permissions, jobs } = workflow(name);
  return Object.entries(jobs).map(([job, body]) => ({
    title: `${name} ${job}`,
    job: body,
    granted: body.permissions ?? permissions,
  }));
});

/** What a job may write, and nothing else may. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  'deploy.yml deploy': ['id-token'],
  'drift.yml drift': ['id-token'],
  'pages.yml publish': ['id-token', 'pages'],
  'preview.yml deploy': ['id-token'],
  'preview.yml teardown': ['id-token'],
  'release.yml release': ['contents'],
};

describe('each workflow', () => {
  it.each(NAMES)(
    '%s says what it may do, and is never run with the rights of main for strangers',
    (name) => {
      const { on, permissions } = workflow(name);
      expect(permissions).toBeDefined();
      expect(Object.keys(on)).not.toContain('pull_request_target');
      for (const value of Object.values(permissions)) expect(value).toBe('read');
    },
  );

  it.each(NAMES)('%s keeps no secret, and puts no text of strangers into a command', (name) => {
    expect(projectText(FOLDER + name)).not.toMatch(/\$\{\{\s*secrets\./);
    for (const { steps } of Object.values(workflow(name).jobs))
      for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });
});

describe('each job', () => {
  it.each(jobs)('$title writes what it must, and no more', ({ title, granted }) => {
    const writes = Object.keys(granted).filter((scope) => granted[scope] === 'write');
    expect(writes.toSorted()).toEqual(WRITES[title] ?? []);
  });

  it.each(jobs)('$title ends in time, and uses actions by their digests', ({ job }) => {
    expect(job['timeout-minutes']).toBeGreaterThan(0);
    for (const { uses } of job.steps)
      if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  });

  it.each(jobs)('$title leaves its token behind only where it pushes', ({ title, job }) => {
    const checkouts = job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const step of checkouts)
      expect(step.with?.['persist-credentials'] === false).toBe(title !== 'release.yml release');
  });

  it.each(jobs.filter(({ granted }) => granted['id-token'] === 'write'))(
    '$title takes its role in an environment of its own',
    ({ title, job }) => {
      const environment =
        typeof job.environment === 'object' ? job.environment.name : job.environment;
      const expected: Readonly<Record<string, string>> = {
        'deploy.yml deploy': 'main',
        'drift.yml drift': 'drift',
        'pages.yml publish': 'github-pages',
      };
      expect(environment).toBe(expected[title] ?? 'preview');
    },
  );
});

describe('what is deployed', () => {
  it.each(['deploy.yml', 'pages.yml'])('%s is what the tests of our own main passed', (name) => {
    const { on, jobs } = workflow(name);
    expect(on).toEqual({
      workflow_run: { workflows: ['test'], types: ['completed'], branches: ['main'] },
    });
    const [first] = Object.values(jobs);
    expect(first?.if).toContain("github.event.workflow_run.conclusion == 'success'");
    expect(first?.if).toContain("github.event.workflow_run.event == 'push'");
    expect(first?.if).toContain('head_repository.full_name == github.repository');
    const checkout = first?.steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkout?.with?.['ref']).toBe('${{ github.event.workflow_run.head_sha }}');
  });

  it('a preview is for branches other than main, and goes with its branch', () => {
    const { on, jobs } = workflow('preview.yml');
    expect(on).toEqual({ push: { 'branches-ignore': ['main', 'dependabot/**'] }, delete: null });
    expect(jobs['teardown']?.if).toContain("github.event.ref != 'main'");
  });

  it('tests run on every change, by the one command', () => {
    const { on, jobs } = workflow('test.yml');
    expect(Object.keys(on).toSorted()).toEqual(['pull_request', 'push']);
    expect(jobs['test']?.steps.map(({ run }) => run)).toContain('npm test');
  });

  it('the scripts that jobs run are there', () => {
    const scripts = jobs.flatMap(({ job }) =>
      job.steps.flatMap(({ run = '' }) => run.match(/\.github\/scripts\/[\w-]+\.sh/g) ?? []),
    );
    const there = projectFolder('.github/scripts').map((name) => `.github/scripts/${name}`);
    expect([...new Set(scripts)].toSorted()).toEqual(there);
  });
});
