import { SeatkitError, type SeatkitProblem } from '@seatkit/sdk';

/** The code with which a call is refused. A call that succeeds is itself the failure. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  return (await problemOf(call)).code;
}

/** The whole problem with which a call is refused. */
export async function problemOf(call: Promise<unknown>): Promise<SeatkitProblem> {
  try {
    await call;
  } catch (error) {
    if (error instanceof SeatkitError) return error.problem;
    throw error;
  }
  throw new Error('the call was not refused');
}
