// Checks that the backoffice client speaks German: node build/check-texts.mjs, after npm ci. Ends with 1 and a list of what is
// wrong: keys without a German text, keys of ours the client no longer has, texts whose placeholders, tags or parameters
// differ from the English ones, and English words in the client's code that are no longer where they were.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ours, { keysWithoutEnglish, skippedSections } from "../src/localization/client.de.js";
import { hardCoded, replaceTexts } from "./german-texts.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const client = resolve(process.argv[2] ?? join(here, "../node_modules/@umbraco-cms/backoffice"), "dist-cms");

if (!existsSync(client)) {
  console.error(`The client is not installed: ${client}`);
  process.exit(1);
}

const load = async name => (await import(pathToFileURL(join(client, "assets/lang", name)).href)).default;
const [english, builtIn] = [await load("en.js"), await load("de.js")];
const problems = [];

const flat = texts =>
  new Map(Object.entries(texts).flatMap(([section, keys]) => Object.entries(keys).map(([key, text]) => [`${section}_${key}`, text])));

const isSkipped = key => Object.keys(skippedSections).some(section => key.startsWith(`${section}_`));
const placeholders = text => [...new Set(text.match(/%\d+%|\{\d+\}/g) ?? [])].sort().join(" ");
const tags = text =>
  (text.match(/<\/?[a-z][^>]*>/gi) ?? [])
    .map(tag => tag.toLowerCase().replace(/\s+/g, " ").replace(/ ?\/>$/, ">"))
    .sort()
    .join(" ");

// What a function says when it is called with placeholders; one that fails is a problem.
const call = (text, key) => {
  try {
    return String(text(...Array.from({ length: text.length }, (_, index) => `⟨${index}⟩`)));
  } catch (error) {
    problems.push(`${key}: fails when it is called (${error.message})`);
    return "";
  }
};

function compare(key, englishText, germanText) {
  if (typeof englishText !== typeof germanText)
    return problems.push(`${key}: is a ${typeof germanText}, in English a ${typeof englishText}`);
  if (typeof englishText === "function") {
    if (englishText.length !== germanText.length)
      return problems.push(`${key}: has ${germanText.length} parameters, in English ${englishText.length}`);
    if (tags(call(englishText, key)) !== tags(call(germanText, key))) problems.push(`${key}: other tags than in English`);
    return;
  }
  if (placeholders(englishText) !== placeholders(germanText))
    problems.push(`${key}: placeholders ${placeholders(germanText) || "none"}, in English ${placeholders(englishText) || "none"}`);
  if (tags(englishText) !== tags(germanText))
    problems.push(`${key}: tags ${tags(germanText) || "none"}, in English ${tags(englishText) || "none"}`);
}

const englishTexts = flat(english);
const ourTexts = flat(ours);
const germanTexts = new Map([...flat(builtIn), ...ourTexts]);

for (const [key, englishText] of englishTexts) {
  if (isSkipped(key) && !ourTexts.has(key)) continue;
  const germanText = germanTexts.get(key);
  // The client takes an empty text for a missing one.
  if (!germanText) problems.push(`${key}: no German text for "${englishText}"`);
  else compare(key, englishText, germanText);
}

for (const key of ourTexts.keys())
  if (!englishTexts.has(key) && !keysWithoutEnglish.includes(key)) problems.push(`${key}: no longer in the client`);

for (const key of keysWithoutEnglish) {
  if (englishTexts.has(key)) problems.push(`${key}: the client has it by now, take it off keysWithoutEnglish`);
  if (!ourTexts.has(key)) problems.push(`${key}: in keysWithoutEnglish, but without a German text`);
}

for (const section of Object.keys(skippedSections))
  if (!(section in english)) problems.push(`${section}: a skipped section the client no longer has`);

for (const file of new Set(hardCoded.map(entry => entry.file))) {
  const path = file.startsWith("@") ? resolve(client, "../../..", file) : join(client, file);
  if (existsSync(path)) problems.push(...replaceTexts(file, readFileSync(path, "utf8")).problems);
  else problems.push(`${file}: no longer in the client`);
}

for (const { file, find, replace } of hardCoded)
  for (const [, key] of replace.matchAll(/['`]#(\w+)['`]/g))
    if (!germanTexts.has(key)) problems.push(`${file}: "${find}" becomes #${key}, which has no text`);

if (problems.length > 0) {
  console.error(`${problems.length} problems in the German texts:\n${problems.join("\n")}`);
  process.exit(1);
}

console.log(
  `${ourTexts.size} German texts of ours, ${englishTexts.size} English ones, ${hardCoded.length} in the code: nothing is missing.`,
);
