/** Pictures by hand: real PNGs, GIFs and WebPs, and JPEG, WebP and GIF as far as their heads and segments go. */
import { deflateSync, crc32 } from 'node:zlib';

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

export function pngChunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([ascii(name), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** A black PNG; `more`: chunks between its head and its pixels. */
export function png(width: number, height: number, ...more: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    ascii('\u0089PNG\r\n\u001A\n'),
    pngChunk('IHDR', head),
    ...more,
    pngChunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function segment(marker: number, content: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** The segments of a JPEG; its pixels are of no use. `more`: segments behind its head. */
export function jpeg(width: number, height: number, ...more: readonly Buffer[]): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, ascii('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0')),
    ...more,
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.alloc(20)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]),
    Buffer.from([0xff, 0xd9]),
  ]);
}

export const exif = segment(0xe1, ascii('Exif\0\0 taken at 31.2304 N'));
export const jpegComment = segment(0xfe, ascii('by Ana'));

export function gif(width: number, height: number): Buffer {
  const bytes = Buffer.concat([ascii('GIF89a'), Buffer.alloc(20)]);
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  return bytes;
}

export function webp(width: number, height: number): Buffer {
  const bytes = Buffer.concat([ascii('RIFF\0\0\0\0WEBPVP8X\n\0\0\0'), Buffer.alloc(20)]);
  bytes.writeUIntLE(width - 1, 24, 3);
  bytes.writeUIntLE(height - 1, 27, 3);
  return bytes;
}

/**
 * A WebP of 12 by 8 pixels as encoders write it: its left half red, the right blue, of which the lower half is not there.
 * With its colours as they are, or nearly.
 */
export const realWebp = {
  lossless: Buffer.from(
    'UklGRkIAAABXRUJQVlA4TDYAAAAvC8ABEBcgEEhxEEMsEEgCHHwsgWxyiPwXqoCgyP/R4ruGoKhtG6gQr43f3gNaDBH9D3DbfQE=',
    'base64',
  ),
  lossy: Buffer.from(
    'UklGRowAAABXRUJQVlA4WAoAAAAQAAAACwAABwAAQUxQSBkAAAABDzD/ERFCIRtJ0Bos0vpTfXcQEf0P8wsfAFZQOCBMAAAAUAMAnQEqDAAIAAFAJiWoAnRyAPsArgD+AZQB+gAKVKmLhgAA/vK097BEDW5pnmQl//2VjXP8LV/mV//Svztk5/nL/+oyylmDoiAAAA==',
    'base64',
  ),
} as const;

/** An animation of stills of 12 by 8 pixels. */
export function animatedWebp(...stills: readonly Buffer[]): Buffer {
  const chunk = (name: string, content: Uint8Array) => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  const size = Buffer.from([11, 0, 0, 7, 0, 0]);
  const frames = stills.map((still) => {
    // A still with transparency beside its colours has a head of its own, which a frame has not.
    const parts =
      still.subarray(12, 16).toString('latin1') === 'VP8X' ? still.subarray(30) : still.subarray(12);
    return chunk('ANMF', Buffer.concat([Buffer.alloc(6), size, Buffer.from([100, 0, 0, 0]), parts]));
  });
  const body = [ascii('WEBP'), chunk('VP8X', Buffer.concat([Buffer.from([0x12, 0, 0, 0]), size]))];
  return chunk('RIFF', Buffer.concat([...body, chunk('ANIM', Buffer.alloc(6)), ...frames]));
}

/** A GIF whose pictures are each one colour of red, blue; `frame`: what its pictures say of their size. */
export function realGif(width: number, height: number, frame = { width, height }): Buffer {
  const uint16 = (...numbers: readonly number[]) => {
    const bytes = Buffer.alloc(2 * numbers.length);
    numbers.forEach((number, index) => bytes.writeUInt16LE(number, 2 * index));
    return bytes;
  };
  const colours = Buffer.from([255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0]);
  const picture = (colour: number) => {
    // Codes of three bits, with a clear code before each pixel, so that they never get longer.
    const codes = Array.from({ length: width * height }, () => [4, colour]).flat();
    const bits = [...codes, 5].flatMap((code) => [code & 1, (code >> 1) & 1, (code >> 2) & 1]);
    const bytes = Array.from({ length: Math.ceil(bits.length / 8) }, (_, at) =>
      bits.slice(8 * at, 8 * at + 8).reduce((sum, bit, index) => sum + (bit << index), 0),
    );
    const blocks = Array.from({ length: Math.ceil(bytes.length / 255) }, (_, at) => {
      const block = bytes.slice(255 * at, 255 * at + 255);
      return Buffer.from([block.length, ...block]);
    });
    const head = [Buffer.from([0x2c]), uint16(0, 0, frame.width, frame.height), Buffer.from([0, 2])];
    return Buffer.concat([...head, ...blocks, Buffer.from([0])]);
  };
  const head = [ascii('GIF89a'), uint16(width, height), Buffer.from([0xf1, 0, 0]), colours];
  return Buffer.concat([...head, picture(0), picture(1), Buffer.from([0x3b])]);
}

/** Small colourful pictures as encoders write them: with all, half and a quarter of the colour, with and without restarts. */
export const colouredJpeg: readonly { readonly name: string; readonly base64: string }[] = [
  {
    name: 'a quarter of the colour',
    base64:
      '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAoHBwgHBgoICAgLCgoLDhgQDg0NDh0VFhEYIx8lJCIfIiEmKzcvJik0KSEiMEExNDk7Pj4+JS5ESUM8SDc9Pjv/2wBDAQoLCw4NDhwQEBw7KCIoOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozv/wAARCAAbACkDASIAAhEBAxEB/8QAGAAAAwEBAAAAAAAAAAAAAAAAAwQFAgb/xAApEAABBAEDAgUFAQAAAAAAAAABAAIDESEEEjEiURMUQWGRBVJTgaHw/8QAFwEAAwEAAAAAAAAAAAAAAAAAAQMEAv/EAB8RAAIBBAMBAQAAAAAAAAAAAAECAAMEESESIkETMf/aAAwDAQACEQMRAD8AgQa4SEmg4fFp4x72lwoe15USCIxuaW0c5J5KpaN8raNY+VRUIfeJCavL2PRxteLLqPpVilh8BZNg4ad1ZTGzaN3Vu9bCAZ2sksDBxdqHsjZWFajqdyv9M1DGBxvIwRWFY81p/s/pXOxabq8QyN4qu6Lcnt/v2nJcgjsZM106HAMlHTARbXNaSOTSNpdO3b09Pt2VXWQxtdYYASaNIEABa4EDgKxVwJqom+QmSA6AtLQXAjNJCaCpNwFkHGaVORo8tdccKbOS2XBOSloiucGH6MNx+CTprhwHb0RPFh/K5BobVnaOyU1ooP7MEg+T/9k=',
  },
  {
    name: 'all of the colour',
    base64:
      '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAoHBwgHBgoICAgLCgoLDhgQDg0NDh0VFhEYIx8lJCIfIiEmKzcvJik0KSEiMEExNDk7Pj4+JS5ESUM8SDc9Pjv/2wBDAQoLCw4NDhwQEBw7KCIoOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozv/wAARCAAbACkDAREAAhEBAxEB/8QAGAAAAwEBAAAAAAAAAAAAAAAAAgQFAwb/xAAoEAACAAUCBQQDAAAAAAAAAAABAgADBBEhEjEFEyJBUSNSYZEyU3H/xAAaAQADAQEBAQAAAAAAAAAAAAADBAUCAQAG/8QAIhEAAgICAQUAAwAAAAAAAAAAAAECAxEhMQQSEyJRFDJB/9oADAMBAAIRAxEAPwDrKWas612BuMAi0TZ2Inx5WjebSo6tpAub5B7RldQo6H6sJbJM6hVU0bMIdr6qMnkY7FZwTJ9AVDTD1W3tFGqyLSAzg4yJdRToRcqMYxDftg81lCPJp/1CO+wP2+l+j4qWmKQ1hvvHyVkG0AlW4lun4ugW5AIJyQYC4PAWtNxGTMlEByuvv3xGINx2hxpww8gzEkzpLZ06hYQ7XdJYwb74Tayc5xKheSdauzKd7Z8xao6pvUkMdlb4J118D7h7zoB2RJMie8gj1LqNrGILTXKDS6RNaGl45yJguOgkXHiBOAp4XFlmm46sxSqTbLbAjKrXOB/xQsjs3HF0mJpEwXGzRzUWRL651zbjwLtWFFZTO1jsD2hmuxHaeokuWL89Pafowz3r6O/kohH8BgZvf6gski+ksik0DP8AITs/YHOKyAOlRY26e0Ly/opPUdB0s1+cOo42+IDIm2fB6pZlmWDEdHn5jdPJOnrgy5833mGMA8s//9k=',
  },
  {
    name: 'half of the colour',
    base64:
      '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAoHBwgHBgoICAgLCgoLDhgQDg0NDh0VFhEYIx8lJCIfIiEmKzcvJik0KSEiMEExNDk7Pj4+JS5ESUM8SDc9Pjv/2wBDAQoLCw4NDhwQEBw7KCIoOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozv/wAARCAAbACkDASEAAhEBAxEB/8QAGgAAAgMBAQAAAAAAAAAAAAAABAUCAwYBB//EAC0QAAEDAgQEAwkAAAAAAAAAAAECAxEABAUSITETIkGRBlGxFBVCUlNhYqHB/8QAGAEBAQEBAQAAAAAAAAAAAAAABQQDBgD/xAAhEQACAgICAQUAAAAAAAAAAAABAgADBBETMSESIiMzQv/aAAwDAQACEQMRAD8Az1lgC1uJbWAEzNGXXhnhqlKdI2g614aLgw7nPZnRgJtkSAkgjYAzVLuEIWSeVJjaNRVNi+kbm2P8kpTZcBznEztBoiLf6y+xq2pVKyo0EDwJrbI2Soz5Uk9SaZZLJTQbLgO4SQJoFH0dHsQx0YDqUuWls22SVBZGvTT90GvD7Z/MtsjMeg6UitnIk1xnZGAMWXWFKStPKTOulLvdi/I963Ryo8TraqldAZAX5+LMU9YFHWd26pIjNl896jzawhLAQNlBTYjNN2pzldXlnYg/wVNt5TCpSofY9ajx7ivtmVePyDYhrdwl0AuIJJ9Kn7Cx+Xek0JI3GKWZF0Z5qVEO6GnGEqJbUCSQK1zx4hK/XGDqUgIIABMelFW2uUEmDGnauY/UQwY0aAEgCBoau4ivmpek7WU2dz//2Q==',
  },
  {
    name: 'a quarter of the colour, with restarts',
    base64:
      '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAoHBwgHBgoICAgLCgoLDhgQDg0NDh0VFhEYIx8lJCIfIiEmKzcvJik0KSEiMEExNDk7Pj4+JS5ESUM8SDc9Pjv/2wBDAQoLCw4NDhwQEBw7KCIoOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozv/wAARCAAbACkDASIAAhEBAxEB/8QAGAAAAwEBAAAAAAAAAAAAAAAAAwQFAgb/xAApEAABBAEDAgUFAQAAAAAAAAABAAIDESEEEjEiURMUQWGRBVJTgaHw/8QAFwEAAwEAAAAAAAAAAAAAAAAAAQMEAv/EAB8RAAIBBAMBAQAAAAAAAAAAAAECAAMEESESIkETMf/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EAB8BAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//dAAQAAv/aAAwDAQACEQMRAD8AwINcJCTQcPi1eMe9pcKHteViQRGNzS2jnJPJWlo3yto1j5VioQ+8SiavL2Xo42vFl1H0qxSY+AsmwcNO6sqxs2jd1bvWwoDO1klgYOLtUeyNlYq1HU7n/9Cz9M1DGBxvIwRWFsea0/2f0rnYtN1eIZG8VXdS3J7f79oS5BHYzJa6dDgGZR0wEW1zWkjk0ptLp27enp9uy1dZDG11hgBJo0oIAC1wIHAVxVwI6om+Qn//0VIDoC0tBcCM0qE0FSbgLIOM0tORo8tdccLNnJbLgnJVhEVzgzM+jDcvwSdNcOA7eik8WH8rlDQ2pu0dlE1ooP7GEg+T/9k=',
  },
  {
    name: 'all of the colour, with restarts',
    base64:
      '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAoHBwgHBgoICAgLCgoLDhgQDg0NDh0VFhEYIx8lJCIfIiEmKzcvJik0KSEiMEExNDk7Pj4+JS5ESUM8SDc9Pjv/2wBDAQoLCw4NDhwQEBw7KCIoOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozv/wAARCAAbACkDAREAAhEBAxEB/8QAGAAAAwEBAAAAAAAAAAAAAAAAAgQFAwb/xAAoEAACAAUCBQQDAAAAAAAAAAABAgADBBEhEjEFEyJBUSNSYZEyU3H/xAAaAQADAQEBAQAAAAAAAAAAAAADBAUCAQAG/8QAIhEAAgICAQUAAwAAAAAAAAAAAAECAxEhMQQSEyJRFDJB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAHwEAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/90ABAAC/9oADAMBAAIRAxEAPwDrKWas612BuMAi0Zs7EZ8eVonm0qOraQLm+Qe0NXUKOi/VhLZ//9DdnUKqmjZhEFfVRk8k/YrODMn0BUNMPVbe0aNVkWkQzg4yP//Rq1FOhFyoxjEavtgVrKKPJp/1CF9iP2+n/9Kej4qWmKQ1hvvGRZBtFWVbibdPxdAtyAQTkgxC4PBLWm4n/9PqzMlEByuvv3xHPwbjtE7Thh5GzEkzpLZ06hYRdruksYH98JtZP//Um4lQvJOtXZlO9s+Yno6pvUkaXZW+DOuvgfcXvOiDsif/1eekT3kEepdRtYxWaa5Roy6RNaLS8c5EwXHQSLjxETgVPC4s/9Z1Nx1ZilUm2W2BGeq1zg1fFCyOyccXSYmkTBcbNCaizEvrnXNuPB//11asKKymdrHYHtFeuxEVPUSXLK/PT2n6MWe9fS7+Sj//0ObP4DAze/1E0kjp0lkqTQM/yKdn7Ec4rJ//0eNHSosbdPaKMv6bE9R0PpZr84dRxt8RDIzbPh//0ueqWZZlgxHR5+YzqeSpPXBFz5vvMWMEeWf/2Q==',
  },
];

/** Small colourful pictures that are told in several scans, as encoders write them for the web. */
export const progressiveJpeg: readonly { readonly name: string; readonly base64: string }[] = [
  {
    name: 'a quarter of the colour',
    base64:
      '/9j/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAdACUDASIAAhEBAxEB/8QAGAABAQEBAQAAAAAAAAAAAAAAAwQAAgb/xAAZAQADAAMAAAAAAAAAAAAAAAAAAgQBAwb/2gAMAwEAAhADEAAAAfPq9Asy09vYGs2Kp3RtPMCjKtwazFP/xAAaEAADAQEBAQAAAAAAAAAAAAAAAQIREhMh/9oACAEBAAEFAlIpFAoPMUikzBJnBMmYTBhySjPuGClH/8QAFxEBAQEBAAAAAAAAAAAAAAAAAAMCE//aAAgBAwEBPwHFU6urFE6Oj//EAB8RAAICAgEFAAAAAAAAAAAAAAECACEDEhEiMUFSof/aAAgBAgEBPwFBtCMYrvOn1+xHK46hbWh4gVuKAn//xAAUEAEAAAAAAAAAAAAAAAAAAABA/9oACAEBAAY/Aif/xAAcEAACAgMBAQAAAAAAAAAAAAAAARARITFBIGH/2gAIAQEAAT8h8CKldeMjQk7Bi+wK+hKtiip2SKJKulQ//9oADAMBAAIAAwAAABBg8BlwH//EABgRAQEBAQEAAAAAAAAAAAAAAAEAETEh/9oACAEDAQE/EMJGFnbRkY89v//EAB8RAQABBAEFAAAAAAAAAAAAAAEAESExQVFhcYHR8P/aAAgBAgEBPxCdnZwSmw+dpVGTaGGwZO3oRoaDz7n/xAAdEAACAgIDAQAAAAAAAAAAAAAAAREhQWExUXEQ/9oACAEBAAE/ENZLg0mgq4NJpExFuhpfKElZL0lihRYVuCiWqHNCwu8iaKPwpCY04ga9GJEqUeXxf//Z',
  },
  {
    name: 'all of the colour',
    base64:
      '/9j/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wgARCAAdACUDAREAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAABAUDB//EABkBAQEAAwEAAAAAAAAAAAAAAAQCAwUHAf/aAAwDAQACEAMQAAAB5zjlltZkYy2qtc3Xc+obVLLbsB6YbPLzyhtFbgeqXIwsnec9ZkaqGqhq7Z//xAAbEAADAQEBAQEAAAAAAAAAAAAAAQMCEhEEIv/aAAgBAQABBQLMzMjMTMBfOYmYkcJGcNiiiczjxTiLApJEso5/fJz4sTXn/8QAHREAAwEAAQUAAAAAAAAAAAAAAAIDAREEEyIxQf/aAAgBAwEBPwFKCVEsJcXqBai1JPuk6Zgt9FoSfnRbE349i13TH0k/iRb6Sbk7un//xAAoEQAABgECAwkAAAAAAAAAAAAAAQIDBBESIUEFE0IUFSIyUXGh4fD/2gAIAQIBAT8BI7BN2CjWCg2O7LDJ2GW7D8tuKeFWoc6S/vXtp9jsjTeizIhEOxJknGbLDzGIrBVZhUtbh4MaJ9d/3yMI7PgcPUcP1Em1yzI9qE5SsksdNWJLhx0JS31biNERgP/EABkQAAIDAQAAAAAAAAAAAAAAAAAQAREhMP/aAAgBAQAGPwLrhrohf//EAB0QAAICAgMBAAAAAAAAAAAAAAABEWEhMRBBcVH/2gAIAQEAAT8hrKyoqMWisrFgxLKbwSWYRWKFCy+BzcLC+iqNjGEr8DWV02JFF33w3//aAAwDAQACAAMAAAAQuKw4sOctmq//xAAcEQACAgMBAQAAAAAAAAAAAAAAARARITFBUWH/2gAIAQMBAT8Qn/7mDc3kbpQTCxDttI4CMtxNagMSDa9DWt8EP//EAB8RAQABBAIDAQAAAAAAAAAAAAERACExUUFhEHGBsf/aAAgBAgEBPxDwTo1p0ZI8k/KEWD28SXCF3AjS+8eujf4VJ+VmMzCgx9ata6WJ0GXTFoHlm4JQsMLq4Cn+ksuzMaNWwmTBLsbLQudwMesxfmlZNJBsAeoH9WoUYQXbKX6IkN3ZgiwUy7ARjtnPHF4R9P/EAB8QAAMAAgEFAQAAAAAAAAAAAAABESFRMUFhcaHRwf/aAAgBAQABPxCsFIKwVgp8ykFIHKrrXTyT8tNYEk7tNpFYG61KrjuKibSSWW2asnDL+FUJaRsaDanwiSx2v6Qdx0mxzkwwu/A6f6P/2Q==',
  },
  {
    name: 'with scans chosen for the picture',
    base64:
      '/9j/2wBDAAoKCgoKCgsMDAsPEA4QDxYUExMUFiIYGhgaGCIzICUgICUgMy03LCksNy1RQDg4QFFeT0pPXnFlZXGPiI+7u/v/2wBDAQoKCgoKCgsMDAsPEA4QDxYUExMUFiIYGhgaGCIzICUgICUgMy03LCksNy1RQDg4QFFeT0pPXnFlZXGPiI+7u/v/wgARCAAdACUDASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAABQQAB//EABkBAAIDAQAAAAAAAAAAAAAAAAMFAAQGB//aAAwDAQACEAMQAAAA5ZcmnAj3MUWdGZnsN4WpTev4mfYhYHSm5/R3/8QAIhAAAQQCAQQDAAAAAAAAAAAAAgABAwQRYSEFEjFBE1Fx/9oACAEBAAE/AI62lHU0o6WlHR0h6fx4UNbShqaTQjHx25dBBIevxDSFm5wygraTQfGLYbl1BT0ghInwDYb7Q1Ix4Lyq0Q8JoReV9YTxNkQ9YymiEBFm9+1FWj7V/8QAJBEAAgEEAQIHAAAAAAAAAAAAAQIDAAQRIRMFMhQxUVJxkdL/2gAIAQIBAT8AtY/EYqVLGF+Mq0so0VQeXyaxAO6xQH0Mw/NW1y8PTw8enkYRq3tzvNSTiBJI0LJHDjkZe5idYFRxXLIpS3tgpGgQSfvIr//EAB0RAAIDAAIDAAAAAAAAAAAAAAEEAAIREiEiI2H/2gAIAQMBAT8AWezO4o9Y4dwSrxweyLNk3EUbJ4/YHeh5Wn//2Q==',
  },
  {
    // Each kind of scan begins anew after so many units: means after 2, details and their runs after 7, finer bits after 4.
    name: 'with restarts',
    base64:
      '/9j/2wBDAAoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSEn/wgARCAAdACUDASIAAhEAAxEA/8QAwAAAAAAAAAAADAAAAAAAAAAAAAECAwQFBgcICQoLEAAAAAAAAACQAAAAAAAAAAAAAQIDBAUGBwgQERITFBUWFxggISIjJCUmJygwMTIzNDU2NzhAQUJDREVGR0hQUVJTVFVWV1hgYWJjZGVmZ2hwcXJzdHV2d3iAgYKDhIWGh4iQkZKTlJWWl5igoaKjpKWmp6iwsbKztLW2t7jAwcLDxMXGx8jQ0dLT1NXW19jg4eLj5OXm5+jw8fLz9PX29/j/3QAEAAL/2gAMAwEAAgADAAAAAQTwWYM2CzBPAASAU4HwU4KoEr//0AIBbAzALYEUEsFcC0AAWgLIA//RA2CmBrQU4IAFApwWwEgtgWYIf//dAAQAB//aAAgBAQABPwACAtJcPEwTAyboeJRI/9ADYYieQ8QEgCgqTUPEQn//0QSAqSoeIAAFBmh4clBMEYM0PDkyEv/dAAQABP/aAAwDAQACAAMAAAAQUt9p/9BAP//Z',
  },
];
