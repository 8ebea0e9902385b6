import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { cloudOutputs, readCloudOutputs } from './cli/site/cloud-outputs.js';

/**
 * What the listening page and the listeners' page both show, in one piece: in as many as the two differ by, a first visit
 * would load a dozen files of a few hundred bytes. What only the other pages show stays out of it.
 */
const LISTENING =
  /src\/lib\/view\/(?:announcer|desk|event-filter|inspector\/Glyph|recording\/recording-parts|ribbon\/ribbon-bars|score-view|ticker|listen|mood|score|status|transport|words|shell\/(?!CloudPage|copy-text|DocPage|MainNav|Modal|NoCloud))/;

export default defineConfig({
  plugins: [cloudOutputs(readCloudOutputs()), sveltekit()],
  build: {
    target: 'es2022',
    // Nothing is inlined as data: the content security policy lets fonts and images come from our own files only.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'listening', test: LISTENING, minShareCount: 2 }] },
      },
    },
  },
});
