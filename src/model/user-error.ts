/**
 * A user-facing error: the message says what is wrong and what to do, so commands print it without a stack
 * trace and exit with `exitCode`.
 */
export const userError = (message: string, exitCode = 1): Error =>
  Object.assign(new Error(message), { exitCode });
