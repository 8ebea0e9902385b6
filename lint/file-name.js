const BANNED = /^(utils?|helpers?|commons?|misc|shared|managers?)$/;

/** Refuses files whose name says nothing of the one concept inside. */
export const fileName = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      vague: 'Name the file for the concept in it; "{{name}}" could hold anything.',
      case: 'File names are kebab-case, or PascalCase for a Svelte component; "{{name}}" is neither.',
    },
  },
  create(context) {
    return {
      Program(node) {
        const base = context.filename.split(/[\\/]/).at(-1);
        const words = base.split('.')[0].split('-');
        if (words.some((word) => BANNED.test(word.toLowerCase())))
          context.report({ node, messageId: 'vague', data: { name: base } });
        const shape = base.endsWith('.svelte')
          ? /^(\+[a-z]+|[A-Z][A-Za-z0-9]*)\.svelte$/
          : /^\+?[a-z0-9-]+(\.[a-z0-9-]+)*$/;
        if (!shape.test(base)) context.report({ node, messageId: 'case', data: { name: base } });
      },
    };
  },
};
