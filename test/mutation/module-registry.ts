import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';

/** What a module of ours is called with. */
type ModuleBody = (...values: readonly unknown[]) => void;
type LoadModule = (name: string) => unknown;

/** What stands in place of a file. */
export interface BrokenModule {
  readonly file: string;
  readonly body: ModuleBody;
}

/** Names that modules see without importing them: the functions of tests. */
export type Ambient = Readonly<Record<string, unknown>>;

/** Sources compiled once, to be run as often as wanted. */
export class CompiledSources {
  private readonly bodies = new Map<string, ModuleBody>();

  constructor(
    readonly root: string,
    /** The names of what the modules see. */
    private readonly ambient: readonly string[],
    /** Gives some files another text than the one on the disk. */
    private readonly textOf: (file: string) => string = (file) => readFileSync(file, 'utf8'),
  ) {}

  body(file: string): ModuleBody {
    let body = this.bodies.get(file);
    if (body === undefined) this.bodies.set(file, (body = this.compile(file, this.textOf(file))));
    return body;
  }

  /** Throws where the text is no TypeScript. */
  compile(file: string, text: string): ModuleBody {
    const { code } = transformSync(text, { filename: file, cwd: this.root, sourceMaps: false });
    const parameters = ['exports', 'require', 'module', ...this.ambient];
    return compileFunction(code, parameters, { filename: file }) as ModuleBody;
  }
}

/** Modules of ours as one program sees them, each run once; packages are shared with everybody. */
export class ModuleRegistry {
  private readonly modules = new Map<string, { exports: unknown }>();

  constructor(
    private readonly sources: CompiledSources,
    private readonly ambient: Ambient,
    private readonly broken?: BrokenModule,
  ) {}

  load(file: string): unknown {
    const known = this.modules.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    this.modules.set(file, module);
    const body = this.broken?.file === file ? this.broken.body : this.sources.body(file);
    body(module.exports, this.loaderOf(file), module, ...Object.values(this.ambient));
    return module.exports;
  }

  private loaderOf(file: string): LoadModule {
    const packages = createRequire(file);
    return (name) => {
      if (name.startsWith('#')) return this.load(join(this.sources.root, 'libs', name.slice(1), 'index.ts'));
      if (!name.startsWith('.')) return packages(name) as unknown;
      return this.load(sourceFile(resolve(dirname(file), name)));
    };
  }
}

function sourceFile(path: string): string {
  return existsSync(`${path}.ts`) ? `${path}.ts` : join(path, 'index.ts');
}
