import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadMapping } from '../../mapping/load-mapping';
import { writeScore } from '../../score/score-writer';
import { perform } from '../perform';
import mappingJson from './mapping.json';
import { SCENARIOS } from './scenarios';

/** `UPDATE_GOLDEN=1 npx vitest run src/lib/core/compose/golden` writes the files anew; read their diff. */
const update = process.env['UPDATE_GOLDEN'] === '1';

describe('the golden Scores', () => {
  const mapping = loadMapping(mappingJson);

  for (const { name, heard } of SCENARIOS)
    it(`are as written: ${name}`, () => {
      const file = new URL(`${name}.score.txt`, import.meta.url);
      const text = writeScore(perform({ mapping, seed: 1, heard }));
      if (update) writeFileSync(file, text);
      expect(text).toBe(readFileSync(file, 'utf8'));
    });
});
