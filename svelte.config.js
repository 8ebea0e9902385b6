import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { cloudOrigins, readCloudOutputs } from './cli/site/cloud-outputs.js';

/** A build that must not meet another one (the site of `npm start`) names its own folders here. */
const { SITE_FOLDER: pages = 'build', SITE_WORK_FOLDER: outDir = '.svelte-kit' } = process.env;

/** Where the site lies on its host: nothing at its root, or the path that GitHub Pages serves a repository under. */
const base = /** @type {'' | `/${string}`} */ (process.env.BASE_PATH ?? '');

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    // Everything is static; unknown paths fall back to one page that the router fills in.
    adapter: adapter({ fallback: '200.html', pages, assets: pages }),
    outDir,
    paths: { base },
    alias: { $mappings: 'mappings' },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        // Beside our own files the page asks only the cloud that it is built for, if any.
        'connect-src': ['self', ...cloudOrigins(readCloudOutputs())],
        'script-src': ['self'],
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'worker-src': ['self', 'blob:'],
        'object-src': ['none'],
        'base-uri': ['none'],
      },
    },
  },
};
