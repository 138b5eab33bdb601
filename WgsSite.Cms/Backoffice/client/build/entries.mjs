import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const client = resolve(import.meta.dirname, '../node_modules/@umbraco-cms/backoffice');

/** One entry per public module of the client: specifier → file. Modules that are types only have no file. */
export function publicModules() {
  const { exports } = JSON.parse(readFileSync(resolve(client, 'package.json'), 'utf8'));
  const modules = new Map();
  for (const [key, target] of Object.entries(exports)) {
    if (!target?.endsWith('.js')) continue;
    const file = resolve(client, target);
    if (!existsSync(file)) throw new Error(`${key}: ${target} is not in the client's package`);
    modules.set(`@umbraco-cms/backoffice${key.slice(1)}`, file);
  }
  return modules;
}

/** Name of a public module's entry, from which the import map is made again after the build. */
export const entryName = (specifier) => `api-${specifier.slice('@umbraco-cms/backoffice/'.length).replaceAll('/', '-')}`;
