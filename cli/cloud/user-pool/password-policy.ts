/** As `Policies.PasswordPolicy` of a user pool's template says it. */
export interface PasswordPolicy {
  readonly minimumLength: number;
  readonly requireLowercase: boolean;
  readonly requireUppercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
}

/** What is wrong with a password, in Cognito's words; null when it may be used. */
export function passwordTrouble(policy: PasswordPolicy, password: string): string | null {
  if (password.length < policy.minimumLength) return 'Password not long enough';
  if (policy.requireLowercase && !/[a-z]/.test(password))
    return 'Password must have lowercase characters';
  if (policy.requireUppercase && !/[A-Z]/.test(password))
    return 'Password must have uppercase characters';
  if (policy.requireNumbers && !/\d/.test(password)) return 'Password must have numeric characters';
  if (policy.requireSymbols && !/[^A-Za-z0-9]/.test(password))
    return 'Password must have symbol characters';
  return null;
}
