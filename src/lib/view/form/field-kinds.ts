import type { HTMLInputAttributes } from 'svelte/elements';

export type FieldKind =
  'email' | 'password' | 'new-password' | 'code' | 'digits' | 'count' | 'text';

const TYPED_AS_IS: HTMLInputAttributes = { autocapitalize: 'none', spellcheck: false };

/**
 * What each kind of field tells browsers, keyboards and password managers. The names of the `autocomplete` tokens
 * are those of the HTML standard (4.10.18.7).
 */
export const FIELD_KINDS: Readonly<Record<FieldKind, HTMLInputAttributes>> = {
  email: {
    ...TYPED_AS_IS,
    type: 'email',
    name: 'username',
    inputmode: 'email',
    autocomplete: 'username',
  },
  password: {
    ...TYPED_AS_IS,
    type: 'password',
    name: 'password',
    autocomplete: 'current-password',
  },
  'new-password': {
    ...TYPED_AS_IS,
    type: 'password',
    name: 'new-password',
    autocomplete: 'new-password',
  },
  code: {
    ...TYPED_AS_IS,
    name: 'code',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
  },
  digits: { ...TYPED_AS_IS, inputmode: 'numeric', autocomplete: 'off' },
  count: { type: 'number', inputmode: 'numeric', autocomplete: 'off' },
  text: { autocomplete: 'off' },
};
