const told = new Set<string>();

/** Whether a part of the suite can run here. If not, it says so in one line, once; in CI (`CI=true`) nothing may be left out, so it throws. */
export function isCovered(what: string, missing: string | undefined): boolean {
  if (missing === undefined) return true;
  const line = `not covered: ${what} (${missing})`;
  if (process.env.CI === 'true') throw new Error(line);
  if (!told.has(line)) console.log(line);
  told.add(line);
  return false;
}
