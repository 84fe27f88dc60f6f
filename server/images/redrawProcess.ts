/** Draws one picture anew, from its input to its output; started by redrawing.ts. Exit code 1: it cannot be decoded. */
import { buffer } from 'node:stream/consumers';
import { redrawImage } from './redrawImage.ts';

const png = await redrawImage(new Uint8Array(await buffer(process.stdin)));
if (png) process.stdout.write(png);
else process.exitCode = 1;
