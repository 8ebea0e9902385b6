/** Twelve digits as a person reads them: `1234-5678-9012`; anything else as it is. */
export function accountWords(account: string): string {
  const parts = /^(\d{4})(\d{4})(\d{4})$/.exec(account);
  return parts ? parts.slice(1).join('-') : account;
}
