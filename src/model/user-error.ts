/** An error whose message tells its user what is wrong and what to do, so commands print it without a stack trace. */
export const userError = (message: string, exitCode = 1): Error =>
  Object.assign(new Error(message), { exitCode });
