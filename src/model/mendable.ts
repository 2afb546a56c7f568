/** A fault that the user can mend: its message is the whole story, so commands print it without a stack trace. */
export const mendable = (message: string, exitCode = 1): Error => Object.assign(new Error(message), { exitCode });
