/* Versions of the texts that people are told about. A new text is a new version. */
#ifndef PAGE_VERSION_H
#define PAGE_VERSION_H

#define PRIVACIDAD_VERSION "3"
#define PRIVACIDAD_FECHA "22 de noviembre de 2026"
#define ACCESIBILIDAD_VERSION "1"
#define ACCESIBILIDAD_FECHA "22 de noviembre de 2026"

#endif
