interface NameProblem {
  readonly field: 'namespace' | 'key';
  readonly message: string;
  readonly code: 'TOO_SHORT' | 'TOO_LONG' | 'INVALID';
}

const allowedName = /^[a-zA-Z0-9_-]*$/;

const limits = [
  { field: 'namespace', label: 'Namespace', shortest: 3, longest: 255 },
  { field: 'key', label: 'Key', shortest: 2, longest: 64 },
] as const;

/** Errors of a namespace and a key, one each; messages as recorded. */
export function namingProblems(names: Readonly<Record<'namespace' | 'key', string>>): NameProblem[] {
  return limits.flatMap(({ field, label, shortest, longest }): NameProblem[] => {
    const text = names[field];
    if (text.length < shortest)
      return [
        { field, message: `${label} is too short (minimum is ${shortest} characters)`, code: 'TOO_SHORT' },
      ];
    if (text.length > longest)
      return [
        { field, message: `${label} is too long (maximum is ${longest} characters)`, code: 'TOO_LONG' },
      ];
    if (allowedName.test(text)) return [];
    return [{ field, message: `${label} contains one or more invalid characters.`, code: 'INVALID' }];
  });
}
