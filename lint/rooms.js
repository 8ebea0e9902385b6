/** Who may import whom. Data flows one way; nothing to the left knows what stands to its right. */
const ALLOWED = {
  core: [],
  source: ['core'],
  store: ['core'],
  audio: ['core'],
  account: ['core', 'source'],
  session: ['core', 'source', 'store', 'audio', 'account'],
  view: ['core', 'session'],
};

/** The order in which data flows through the core; a folder may import only those before it. */
const CORE_ORDER = ['event', 'mapping', 'cloud', 'score', 'compose', 'timeline'];

/** Packages that belong to one room alone. */
const OWNED = {
  audio: ['tone'],
  account: ['aws-amplify', '@aws-sdk/client-lambda', '@aws-sdk/client-sns'],
  'source/sqs': ['@aws-sdk/client-sqs'],
  store: ['idb'],
};

/** Packages that reach the world. */
const IMPURE = [
  'tone',
  'tone/**',
  '@aws-sdk/**',
  'aws-amplify',
  'aws-amplify/**',
  'idb',
  'svelte',
  'svelte/**',
  'node:*',
];

/** Test files may lean on anything; production files obey. */
const ignores = ['**/*.test.ts', '**/fixtures/**'];

const ROOMS = Object.keys(ALLOWED);

function pathPatterns(folders) {
  return folders.flatMap((folder) => [`$lib/${folder}/**`, `**/${folder}/**`]);
}

function packagePatterns(room) {
  return Object.entries(OWNED)
    .filter(([owner]) => owner !== room && !owner.startsWith(`${room}/`))
    .flatMap(([, names]) => names.flatMap((name) => [name, `${name}/**`]));
}

/** Patterns with an empty group are refused by ESLint, and mean nothing here. */
function restrict(files, patterns) {
  const used = patterns.filter(({ group }) => group.length > 0);
  return {
    files,
    ignores,
    rules: {
      'no-restricted-imports': ['error', { patterns: used }],
      'house/room-import': ['error', used.map(({ group, message }) => ({ group, message }))],
    },
  };
}

function room(name) {
  const forbidden = ROOMS.filter((other) => other !== name && !ALLOWED[name].includes(other));
  return restrict(
    [`src/lib/${name}/**`],
    [
      {
        group: pathPatterns(forbidden),
        message: `${name} may import ${ALLOWED[name].join(', ')} and nothing else of ours.`,
      },
      {
        group: packagePatterns(name),
        message: 'This package belongs to another room (lint/rooms.js).',
      },
    ],
  );
}

function coreFolder(name, place) {
  const later = CORE_ORDER.slice(place + 1);
  return restrict(
    [`src/lib/core/${name}/**`],
    [
      {
        group: pathPatterns(ROOMS.filter((other) => other !== 'core')),
        message: 'core imports core only.',
      },
      {
        group: later.flatMap((folder) => [`**/../${folder}/**`, `$lib/core/${folder}/**`]),
        allowTypeImports: true,
        message: `core/${name} may import only what comes before it in the flow, types apart.`,
      },
      { group: IMPURE, message: 'core is pure.' },
    ],
  );
}

/** The core has no clock, no chance and no world. */
export const pureCore = {
  files: ['src/lib/core/**'],
  ignores,
  rules: {
    'no-restricted-globals': [
      'error',
      'window',
      'document',
      'navigator',
      'fetch',
      'localStorage',
      'indexedDB',
      'performance',
      'crypto',
      'setTimeout',
      'setInterval',
      'process',
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'Time is passed in.' },
      { object: 'Math', property: 'random', message: 'Chance is seeded and passed in.' },
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: "NewExpression[callee.name='Date'][arguments.length=0]",
        message: 'Time is passed in.',
      },
    ],
  },
};

export const rooms = [
  restrict(
    ['cli/**'],
    [
      {
        group: pathPatterns(['audio', 'account', 'session', 'store', 'view']),
        message: 'The command line may import core and source.',
      },
    ],
  ),
  restrict(
    ['amplify/**'],
    [
      {
        group: ROOMS.filter((name) => name !== 'core').flatMap((name) => [
          `$lib/${name}/**`,
          `**/lib/${name}/**`,
        ]),
        message: 'The backend may import core, which the page shares with it.',
      },
    ],
  ),
  ...ROOMS.filter((name) => name !== 'core').map(room),
  ...CORE_ORDER.map(coreFolder),
  restrict(
    ['src/routes/**'],
    [
      {
        group: ['$lib/source/**', '$lib/audio/**', '$lib/store/**', '$lib/account/**'],
        message: 'Pages compose views and a session; the session meets the rest.',
      },
      {
        group: packagePatterns('routes'),
        message: 'This package belongs to another room (lint/rooms.js).',
      },
    ],
  ),
];
