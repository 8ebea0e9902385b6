import { sveltekit } from '@sveltejs/kit/vite';
import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Tests of rooms whose modules keep nothing between two tests: their files share the modules, which halves the time.
 * All others stub a browser's globals, set up Amplify or start processes, and have the modules to themselves.
 */
const SHARING = [
  'src/lib/{core,source,audio,view}/**/*.test.ts',
  'amplify/**/*.test.ts',
  'mappings/**/*.test.ts',
];

export default defineConfig({
  plugins: [sveltekit()],
  test: {
    environment: 'node',
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: 'sharing', isolate: false, include: SHARING },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['{src,amplify,cli,mappings,bench}/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...SHARING],
        },
      },
    ],
  },
});
