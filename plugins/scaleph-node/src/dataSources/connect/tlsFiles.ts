import { DataSourceTypeInfo } from '@scaleph/backstage-plugin-scaleph-common';
import { TlsMaterial } from './tlsOptions';

type FileInfo = DataSourceTypeInfo['files'][number];

const CERTIFICATES = '.pem,.crt,.cer';
const MAX_BYTES = 256 * 1024;

/** Files of a connection with TLS; their names are those of TlsMaterial. @internal */
export const tlsFiles: (FileInfo & { name: keyof TlsMaterial })[] = [
  {
    name: 'ca',
    title: { en: 'Certificate authority', zh: '证书颁发机构' },
    description: {
      en: 'PEM. Vouches for the server in place of the authorities that Node.js knows; used with verify-full',
      zh: 'PEM 格式。替代 Node.js 已知的颁发机构来为服务器作证；与 verify-full 一起使用',
    },
    required: false,
    accept: CERTIFICATES,
    maxBytes: MAX_BYTES,
  },
  {
    name: 'clientCertificate',
    title: { en: 'Client certificate', zh: '客户端证书' },
    description: {
      en: 'PEM. For servers that ask the client for one',
      zh: 'PEM 格式。用于要求客户端提供证书的服务器',
    },
    required: false,
    accept: CERTIFICATES,
    maxBytes: MAX_BYTES,
  },
  {
    name: 'clientKey',
    title: { en: 'Key of the client certificate', zh: '客户端证书的私钥' },
    description: {
      en: 'PEM, without a passphrase',
      zh: 'PEM 格式，不带密码短语',
    },
    required: false,
    accept: '.pem,.key',
    maxBytes: MAX_BYTES,
  },
];
