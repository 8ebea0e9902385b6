import type { Template, TemplateResource } from '../synthesis/template';
import { NO_VALUE, resolve } from './intrinsics';
import type { Scope } from './intrinsics';
import { attribute, physicalArn, physicalName, reference } from './physical-names';
import type { NamedResource } from './physical-names';
import { PolicyNotUnderstood } from './policy-error';
import type { TemplateWorld } from './template-world';

const NESTED = 'AWS::CloudFormation::Stack';

/** A resource of a stack, with properties that are resolved when asked for. */
export interface StackResource extends NamedResource {
  readonly arn: string;
  readonly name: string;
}

type Entry = readonly [string, TemplateResource];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One stack: its template with parameters, conditions, references and nested stacks resolved. */
export class StackScope implements Scope {
  readonly #nested = new Map<string, StackScope>();

  /** @param find gives name and template of a nested stack by its logical id. */
  constructor(
    readonly name: string,
    readonly template: Template,
    readonly world: TemplateWorld,
    readonly parameter: (name: string) => unknown,
    find: (id: string) => readonly [string, Template],
  ) {
    for (const [id, resource] of this.#entries(NESTED)) {
      const [nestedName, nested] = find(id);
      const given = (resource.Properties?.['Parameters'] ?? {}) as Record<string, unknown>;
      const parameterOf = (key: string) =>
        Object.hasOwn(given, key) ? resolve(given[key], this) : undefined;
      this.#nested.set(id, new StackScope(nestedName, nested, world, parameterOf, find));
    }
  }

  /** This stack and all that are nested in it. */
  stacks(): readonly StackScope[] {
    return [this, ...[...this.#nested.values()].flatMap((stack) => stack.stacks())];
  }

  /** The resources of a type whose condition holds. */
  resources(type: string): readonly StackResource[] {
    return this.#entries(type).map((entry) => this.#resource(entry));
  }

  /** The types of all resources whose condition holds. */
  types(): readonly string[] {
    return this.#entries(null).map(([, { Type }]) => Type);
  }

  ref(name: string): unknown {
    const pseudo = this.#pseudo(name);
    if (pseudo !== undefined) return pseudo;
    const declared = this.template.Parameters?.[name];
    if (declared !== undefined) return this.#parameterValue(name, declared);
    return reference(this.#named(name), this.world);
  }

  attribute(id: string, name: string): unknown {
    const nested = this.#nested.get(id);
    if (nested) return nested.#output(name.replace(/^Outputs\./, ''));
    return attribute(this.#named(id), name, this.world);
  }

  condition(name: string): boolean {
    const declared = this.template.Conditions?.[name];
    if (declared === undefined) return this.#unknown(`condition ${name}`);
    return String(resolve(declared, this)) === 'true';
  }

  #entries(type: string | null): readonly Entry[] {
    return Object.entries(this.template.Resources).filter(
      ([, resource]) =>
        (type === null || resource.Type === type) &&
        (resource.Condition === undefined || this.condition(resource.Condition)),
    );
  }

  #resource([id, { Type: type, Properties = {} }]: Entry): StackResource {
    const named: NamedResource = {
      stack: this.name,
      id,
      type,
      property: (key) => this.#property(Properties, key),
    };
    const { world } = this;
    return {
      ...named,
      get arn() {
        return physicalArn(named, world);
      },
      get name() {
        return physicalName(named, world);
      },
    };
  }

  #property(properties: Readonly<Record<string, unknown>>, key: string): unknown {
    const value = Object.hasOwn(properties, key) ? resolve(properties[key], this) : undefined;
    return value === NO_VALUE ? undefined : value;
  }

  #named(id: string): NamedResource {
    const resource = Object.hasOwn(this.template.Resources, id)
      ? this.template.Resources[id]
      : undefined;
    return resource ? this.#resource([id, resource]) : this.#unknown(id);
  }

  #output(name: string): unknown {
    const output = this.template.Outputs?.[name];
    return isRecord(output) ? resolve(output['Value'], this) : this.#unknown(`output ${name}`);
  }

  #parameterValue(name: string, declared: unknown): unknown {
    const value = this.parameter(name) ?? (isRecord(declared) ? declared['Default'] : undefined);
    return value ?? this.#unknown(`value of the parameter ${name}`);
  }

  #pseudo(name: string): unknown {
    const { region, account, stackId = '00000000-0000-4000-8000-000000000000' } = this.world;
    const values = new Map<string, unknown>([
      ['AWS::Region', region],
      ['AWS::AccountId', account],
      ['AWS::Partition', 'aws'],
      ['AWS::URLSuffix', 'amazonaws.com'],
      ['AWS::StackName', this.name],
      ['AWS::StackId', `arn:aws:cloudformation:${region}:${account}:stack/${this.name}/${stackId}`],
      ['AWS::NoValue', NO_VALUE],
    ]);
    return values.get(name);
  }

  #unknown(what: string): never {
    throw new PolicyNotUnderstood(
      `The stack ${this.name} has no ${what}.`,
      'Mend the template, or give the value.',
    );
  }
}
