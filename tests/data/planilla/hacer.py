#!/usr/bin/env python3
"""Writes the planillas of this folder: what spreadsheets do to a file, one each, and what the portal
must say. Run it after changing it; the files are kept in the repository."""
import json
import os

here = os.path.dirname(os.path.abspath(__file__))
T = ["DNI", "Apellido paterno", "Apellido materno", "Nombres", "Puesto", "Régimen", "Fecha de ingreso"]
ROW = ["{dni}", "Prueba", "Ñandú", "Persona Demo", "Analista de prueba", "CAS", "02/11/2026"]
cases = {}


def put(name, rows, says, titles=T, sep=";", enc="utf-8", eol="\r\n", raw=None, refused=False):
    text = raw if raw is not None else eol.join(sep.join(r) for r in [titles] + rows) + eol
    with open(os.path.join(here, name), "wb") as f:
        f.write(text if isinstance(text, bytes) else text.encode(enc))
    cases[name] = {"dice": says, "rechazada": refused}


def row(**other):
    r = list(ROW)
    for k, v in other.items():
        r[int(k[1:])] = v
    return r


OK = ["1 entran, 0 por corregir"]
put("utf8.csv", [ROW], OK + ["UTF-8, separador ;"])
put("utf8-bom.csv", [ROW], OK + ["Ñandú"], enc="utf-8-sig")
put("utf16le.csv", [ROW], OK + ["UTF-16, separador tabulación", "Ñandú"], sep="\t", enc="utf-16")
put("utf16-sin-marca.csv", [ROW], OK + ["UTF-16", "Ñandú"], sep="\t", enc="utf-16-le")
put("windows-1252.csv", [row(_4="Técnico – “mesa”")], OK + ["Windows-1252", "Técnico – “mesa”", "Ñandú"], enc="cp1252")
put("comas.csv", [row(_4='"Analista, de prueba"')], OK + ["separador ,", "Analista, de prueba"], sep=",")
put("tabulado.csv", [ROW], OK + ["separador tabulación"], sep="\t", eol="\n")
put("mac.csv", [ROW], OK, eol="\r")
put("sep.csv", [], OK, raw="sep=;\r\n" + ";".join(T) + "\r\n" + ";".join(ROW) + "\r\n")
put("titulo-encima.csv", [], OK, raw="Entidad de prueba;;;;;;\r\n;;;;;;\r\n" + ";".join(T) + "\r\n" + ";".join(ROW) + "\r\n")
put("sinonimos.csv", [["1"] + ROW[:2] + ["Persona Demo"] + ROW[4:] + ["x"]], OK + ["Columnas que no se usaron: Signo"],
    titles=["N°", "NRO. DE DOCUMENTO", "PATERNO", "NOMBRE", "CARGO", "Rég. Laboral", "F. Ingreso", "Signo"][:5]
    + ["REGIMEN LABORAL", "FEC. INGRESO", "Signo"])
put("nombre-completo.csv", [["{dni}", "Prueba de la Cruz, Persona Demo", "Analista", "1057", "2/11/26"]],
    OK + ["Prueba de la Cruz Persona Demo"], titles=["DNI", "APELLIDOS Y NOMBRES", "CARGO", "REGIMEN", "INGRESO"])
put("salto-en-celda.csv", [row(_4='"Analista\nde prueba"')], OK + ["Analista de prueba"])
put("dni-sin-ceros.csv", [row(_0="{dni7}")], OK + ["se completaron los ceros del inicio"])
put("dni-cientifico.csv", [row(_0="{dnie}")], OK + ["la hoja de cálculo lo había cambiado"])
put("dni-recortado.csv", [row(_0="4.57E+07")], ["1 por corregir", "La hoja de cálculo recortó el número"])
put("dni-corto.csv", [row(_0="123")], ["1 por corregir", "El DNI no tiene 8 cifras"])
put("sin-dni.csv", [row(_0="")], ["1 por corregir", "Falta el número de documento"])
put("fecha-serie.csv", [row(_6="46328")], OK + ["era un número de la hoja de cálculo (46328)"])
put("fecha-hora.csv", [row(_6="2026-11-02 00:00:00")], OK)
put("fecha-texto.csv", [row(_6="2 de noviembre de 2026")], OK)
put("fecha-mes-corto.csv", [row(_6="02-nov-26")], OK)
put("fecha-mes-delante.csv", [row(_6="10/25/2026")], OK + ["estaba con el mes delante"])
put("fecha-imposible.csv", [row(_6="31/02/2026")], ["1 por corregir", "La fecha de ingreso no existe"])
put("fecha-lejana.csv", [row(_6="02/11/2099")], ["1 por corregir", "La fecha de ingreso está fuera de lo posible"])
put("regimen-numero.csv", [row(_5="D.L. N° 728")], OK)
put("regimen-desconocido.csv", [row(_5="Locador")], ["1 por corregir", "No reconocemos ese régimen", "CAS"])
put("faltan-datos.csv", [row(_1="", _2="", _3="", _4="")],
    ["1 por corregir", "Faltan los nombres", "Falta el apellido", "Falta el puesto"])
put("repetida.csv", [ROW, row(_3="Otra Persona")], ["1 entran, 1 por corregir", "está también en la fila 2"])
put("filas-vacias.csv", [ROW, [""] * 7, [""] * 7], OK)
put("formula.csv", [row(_4="'=SUMA(A1)")], OK + ["=SUMA(A1)"])
put("invisibles.csv", [row(_3="Persona\u200b Demo\u202e", _0=" {dni}\u00a0")], OK + ["Persona Demo"])
put("con-rol.csv", [ROW + ["SERVIR_ADMIN"]], OK + ["Columnas que no se usaron: Rol"], titles=T + ["Rol"])
put("sin-titulos.csv", [ROW], ["¿Qué es cada columna?", "La primera fila ya es una persona"], titles=ROW)
put("otros-titulos.csv", [ROW], ["¿Qué es cada columna?", "Por ejemplo: Analista de prueba"], titles=T[:4] + ["Plaza"] + T[5:])
put("texto.csv", [], ["No encontramos los títulos de las columnas"], raw="Hola\nesto no es una planilla\n", refused=True)
put("sin-documento.csv", [ROW[1:]], ["No encontramos los títulos"], titles=T[1:], refused=True)
put("solo-titulos.csv", [], ["La planilla está vacía"], refused=True)
put("comilla.csv", [row(_4='"Analista')], ["comillas que se abren y no se cierran"], refused=True)
put("imagen.csv", [], ["no es una hoja de cálculo"], raw=b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00" + bytes(range(200)), refused=True)
put("vacia.csv", [], ["el archivo está vacío"], raw="", refused=True)

with open(os.path.join(here, "casos.json"), "w", encoding="utf-8") as f:
    json.dump(cases, f, ensure_ascii=False, indent=1)
    f.write("\n")
