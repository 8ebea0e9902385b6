import ignore from 'ignore';

/** Holds the same boundaries for `import()` as `no-restricted-imports` holds for static imports. */
export const roomImport = {
  meta: {
    type: 'problem',
    schema: [{ type: 'array' }],
    messages: { restricted: '"{{name}}" is out of bounds here. {{why}}' },
  },
  create(context) {
    const bounds = context.options[0].map(({ group, message }) => ({
      matcher: ignore({ allowRelativePaths: true }).add(group),
      message,
    }));
    return {
      ImportExpression({ source }) {
        if (source.type !== 'Literal') return;
        const name = String(source.value);
        const bound = bounds.find(({ matcher }) => matcher.ignores(name));
        if (bound)
          context.report({
            node: source,
            messageId: 'restricted',
            data: { name, why: bound.message },
          });
      },
    };
  },
};
