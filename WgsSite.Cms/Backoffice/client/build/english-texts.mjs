// Prints, as a JSON array, the English texts of the client that nobody may see in German: the words of its English file
// that differ from the German ones, and those in its code that are replaced. For the browser tests.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import clientDe from '../src/localization/client.de.js';
import ours from '../src/localization/de.js';
import { hardCoded } from './german-texts.mjs';

const texts = (language) => import(pathToFileURL(join(import.meta.dirname, `../node_modules/@umbraco-cms/backoffice/dist-cms/assets/lang/${language}.js`))).then((module) => module.default);
const flat = (...files) => Object.assign({}, ...files.flatMap((file) => Object.entries(file).map(([area, keys]) => Object.fromEntries(Object.entries(keys).map(([key, text]) => [`${area}_${key}`, text])))));

const english = flat(await texts('en'));
const german = flat(await texts('de'), clientDe, ours);
const known = new Set(Object.values(german).filter((text) => typeof text === 'string').map((text) => text.trim()));
const inCode = hardCoded.map(({ find }) => /["'`>]([A-Z][^"'`<>${}]{3,})["'`<]/.exec(find)?.[1]);
const all = [...Object.entries(english).filter(([key, text]) => typeof text === 'string' && german[key] !== text).map(([, text]) => text), ...inCode]
  .filter(Boolean)
  .map((text) => text.trim())
  .filter((text) => text.length > 3 && !/[%{<]/.test(text) && !known.has(text));
process.stdout.write(JSON.stringify([...new Set(all)]));
