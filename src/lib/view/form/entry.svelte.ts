/** What is wrong with what was entered, in words; null when nothing is. */
export type EntryCheck = (value: string) => string | null;

/** One field of a form: what is entered, and what is wrong with it. */
export class Entry {
  value = $state('');
  trouble: string | null = $state(null);
  /** The field on the page, told by the page; where the focus goes when something is wrong here. */
  element: Pick<HTMLElement, 'focus'> | null = null;

  constructor(
    readonly check: EntryCheck,
    value = '',
  ) {
    this.value = value;
  }

  /** Looks at what is entered; true when it is right. */
  validate(): boolean {
    this.trouble = this.check(this.value);
    return this.trouble === null;
  }

  /** Takes what the person types; what was wrong is looked at again, what was right is left alone until it is sent. */
  enter(value: string): void {
    this.value = value;
    if (this.trouble !== null) this.validate();
  }

  /** Empties it. */
  clear(): void {
    this.value = '';
    this.trouble = null;
  }
}
