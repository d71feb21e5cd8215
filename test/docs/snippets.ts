import { readFileSync } from 'node:fs';

/** The code blocks of a page of ours, in their order. */
export function snippets(file: string, language: string): string[] {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((match) => match[1]!);
}

/** The one block that holds a text. */
export function snippetWith(file: string, language: string, part: string): string {
  const found = snippets(file, language).filter((snippet) => snippet.includes(part));
  if (found.length !== 1) throw new Error(`${file} has ${found.length} ${language} blocks with "${part}"`);
  return found[0]!;
}
