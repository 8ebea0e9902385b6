/** A table's place in a document: `<!-- table: NAME -->`, the table, `<!-- end of table -->`. */
const PLACE = /<!-- table: (\w+) -->\n+([\s\S]*?)\n+<!-- end of table -->/g;

/** Lays the tables into a document. @throws Error where it asks for a table that is not there. */
export function withTables(text: string, tables: Readonly<Record<string, string>>): string {
  return text.replace(PLACE, (_, name: string) => {
    const table = Object.hasOwn(tables, name) ? tables[name] : undefined;
    if (table === undefined) throw new Error(`No table is called ${name}.`);
    return `<!-- table: ${name} -->\n\n${table}\n\n<!-- end of table -->`;
  });
}

/** The tables that stand in a document, by their names. */
export function tablesIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(PLACE)].map(([, name = '', table = '']) => [name, table]),
  );
}

/** A table without the spaces that align it. */
export function unaligned(table: string): string {
  return table.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
}
