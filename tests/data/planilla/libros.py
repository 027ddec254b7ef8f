#!/usr/bin/python3
"""Writes the workbooks of this folder and libros.json, what the portal must say of each. Some are
made by real programs (openpyxl, LibreOffice), the others are written part by part, as programs that
are not installed here write them, or as nobody should. Run it after changing it; it needs
python3-openpyxl and soffice; the files are kept in the repository.

    tests/data/planilla/libros.py [WORD]      only the files whose name holds the word"""
import datetime
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile

import openpyxl
from openpyxl.styles import numbers

here = os.path.dirname(os.path.abspath(__file__))
only = sys.argv[1] if len(sys.argv) > 1 else ""
cases = {}
T = ["DNI", "Apellido paterno", "Apellido materno", "Nombres", "Puesto", "Régimen", "Fecha de ingreso"]
ROW = ["01000001", "Prueba", "Ñandú", "Persona Demo", "Analista de prueba", "CAS", "02/11/2026"]
OK = ["1 entran, 0 por corregir"]


def says(name, texts, refused=False):
    cases[name] = {"dice": texts, "rechazada": refused}
    return only in name


def save(name, data):
    with open(os.path.join(here, name), "wb") as f:
        f.write(data)


# --- openpyxl ---

def book(name, texts, build, refused=False):
    if says(name, texts, refused):
        wb = openpyxl.Workbook()
        build(wb)
        out = io.BytesIO()
        wb.save(out)
        save(name, out.getvalue())


def plain(wb):
    for r in (T, ROW):
        wb.active.append(r)


def typed(wb):
    ws = wb.active
    ws.title = "Ingresantes"
    ws.append(T + ["Fecha de nacimiento", "Celular"])
    ws.append([1000001, "Prueba", "Ñandú", "Persona Demo", "Analista", 1057, datetime.date(2026, 11, 2),
               datetime.datetime(1990, 6, 24, 8, 30), 987654321])
    ws["G2"].number_format = 'dd" de "mmmm" de "yyyy'
    ws["A2"].number_format = "00000000"


def merged(wb):
    ws = wb.active
    ws.append(["Entidad de prueba"] + [None] * 7)
    ws.merge_cells("A1:H1")
    ws.append([])
    ws.append(["Documento", "Datos de la persona", None, None, "Unidad", "Puesto", "Régimen", "Ingreso"])
    ws.append([None, "Apellido paterno", "Apellido materno", "Nombres"])
    ws.merge_cells("B3:D3")
    for column in "AEFGH":
        ws.merge_cells(f"{column}3:{column}4")
    for i in range(3):
        ws.append([f"0100001{i}", "Prueba", "Ñandú", "Persona Demo", "Oficina Unida" if i == 0 else None,
                   "Analista", "CAS", datetime.date(2026, 11, 2)])
    ws.merge_cells("E5:E7")


def sheets(wb):
    wb.active.title = "Instrucciones"
    wb.active.append(["Llene la hoja Ingresantes"])
    old = wb.create_sheet("Anterior")
    old.append(T)
    old.append(["01000099"] + ROW[1:])
    old.sheet_state = "hidden"
    ws = wb.create_sheet("Ingresantes")
    ws.append(T)
    ws.append(ROW)


def errors(wb):
    ws = wb.active
    ws.append(T + ["De confianza"])
    ws.append(ROW[:4] + ["#N/A"] + ROW[5:] + [False])
    ws["E2"].data_type = "e"


book("openpyxl.xlsx", OK + ["XLSX, hoja 1 «Sheet»", "Ñandú"], plain)
book("openpyxl-numeros.xlsx", OK + ["hoja 1 «Ingresantes»", "se completaron los ceros del inicio"], typed)
book("openpyxl-unidas.xlsx", ["3 entran, 0 por corregir", "Unidad: se creará «Oficina Unida»"], merged)
book("openpyxl-hojas.xlsx", OK + ["hoja 3 «Ingresantes»", "01000001"], sheets)
book("openpyxl-errores.xlsx", ["1 por corregir", "La fórmula de la celda da error (#N/A)"], errors)
book("openpyxl-formula.xlsx", ["1 por corregir", "La fórmula de la celda no trae su resultado"],
     lambda wb: [wb.active.append(r) for r in (T, ROW[:4] + ['="Analista"'] + ROW[5:])])
book("openpyxl-vacio.xlsx", ["La planilla está vacía"], lambda wb: None, refused=True)
book("openpyxl-solo-titulos.xlsx", ["La planilla está vacía"], lambda wb: wb.active.append(T), refused=True)

# --- LibreOffice ---

FODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><number:date-style style:name="N1"><number:day number:style="long"/><number:text>/</number:text>
<number:month number:style="long"/><number:text>/</number:text><number:year/></number:date-style>
<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles>
<office:body><office:spreadsheet>
<table:table table:name="Notas"><table:table-row><table:table-cell office:value-type="string"><text:p>Una nota</text:p></table:table-cell></table:table-row></table:table>
<table:table table:name="Ingresantes">
<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="20"/></table:table-row>
<table:table-row>%s</table:table-row>
<table:table-row>
<table:table-cell office:value-type="float" office:value="1000001"/>
<table:table-cell office:value-type="string"><text:p>Prueba</text:p></table:table-cell>
<table:table-cell office:value-type="string"><office:annotation><dc:creator>x</dc:creator><text:p>Un comentario</text:p></office:annotation><text:p>Ñan<text:span>dú</text:span></text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>Persona<text:s text:c="3"/>Demo</text:p></table:table-cell>
<table:table-cell office:value-type="string" table:formula="of:=CONCATENATE(&quot;Ana&quot;;&quot;lista&quot;)" office:string-value="Analista"><text:p>Analista</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="1057"/>
<table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="2026-11-02"/>
</table:table-row>
<table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="20"/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document>
""" % "".join(f'<table:table-cell office:value-type="string"><text:p>{t}</text:p></table:table-cell>' for t in T)


def office(source, name, target, kind):
    with tempfile.TemporaryDirectory() as d:
        path = os.path.join(d, name)
        with open(path, "wb") as f:
            f.write(source)
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{d}/perfil", "--convert-to", kind,
                        "--outdir", os.path.join(d, "out"), path], check=True, stdout=subprocess.DEVNULL)
        made = os.listdir(os.path.join(d, "out"))[0]
        with open(os.path.join(d, "out", made), "rb") as f:
            save(target, f.read())


LO = OK + ["hoja 2 «Ingresantes»", "se completaron los ceros del inicio", "Prueba Ñandú Persona Demo"]
if says("libreoffice.ods", ["ODS"] + LO):
    office(FODS.encode(), "a.fods", "libreoffice.ods", "ods")
if says("libreoffice.xlsx", ["XLSX"] + LO):
    office(FODS.encode(), "a.fods", "libreoffice.xlsx", "xlsx")
if says("excel-antiguo.xls", ["Es un archivo de Excel 97-2003 (.xls)"], True):
    office(FODS.encode(), "a.fods", "excel-antiguo.xls", "xls")
says("libreoffice-plano.fods", ["con nombre de hoja de cálculo"], True)
save("libreoffice-plano.fods", FODS.encode())

# --- part by part ---

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
         'PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>')


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for path, text in parts.items():
            z.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def inline(rows, refs=True):
    out = ""
    for i, r in enumerate(rows, 1):
        out += f'<row r="{i}">' if refs else "<row>"
        for j, v in enumerate(r):
            ref = f' r="{chr(65 + j)}{i}"' if refs else ""
            out += v if v.startswith("<c") else f'<c{ref} t="inlineStr"><is><t>{v}</t></is></c>'
        out += "</row>"
    return out


def sheet(data, main=MAIN, after=""):
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{main}"><sheetData>{data}</sheetData>{after}</worksheet>'


def raw(name, texts, body=None, refused=False, **over):
    """A workbook of one sheet; over replaces or adds parts ("xl/styles.xml" is xl__styles_xml)."""
    main, rel = over.pop("main", MAIN), over.pop("rel", REL)
    parts = {
        "[Content_Types].xml": over.pop("types", TYPES),
        "_rels/.rels": f'<Relationships xmlns="{PKG}"><Relationship Id="rId1" Type="{rel}/officeDocument" Target="{over.pop("book_at", "xl/workbook.xml")}"/></Relationships>',
        "xl/workbook.xml": over.pop("workbook", f'<workbook xmlns="{main}" xmlns:r="{rel}">{over.pop("pr", "")}<sheets><sheet name="Hoja1" sheetId="1" r:id="rId1"/></sheets></workbook>'),
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PKG}"><Relationship Id="rId1" Type="{rel}/worksheet" Target="{over.pop("sheet_at", "worksheets/sheet1.xml")}"/>'
                                      f'<Relationship Id="rId2" Type="{rel}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="{rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        over.pop("sheet_path", "xl/worksheets/sheet1.xml"): body if body is not None else sheet(inline([T, ROW]), main),
    }
    parts.update(over.pop("more", {}))
    for gone in over.pop("without", []):
        del parts[gone]
    assert not over, over
    if says(name, texts, refused):
        save(name, zipped(parts))


raw("en-linea.xlsx", OK)
raw("sin-referencias.xlsx", OK, sheet(inline([T, ROW], refs=False)))
raw("prefijos.xlsx", OK, workbook=f'<x:workbook xmlns:x="{MAIN}" xmlns:r="{REL}"><x:sheets><x:sheet name="Hoja1" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>',
    body=sheet(inline([T, ROW])).replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?").replace("xmlns=", "xmlns:x="))
raw("estricto.xlsx", OK, main="http://purl.oclc.org/ooxml/spreadsheetml/main", rel="http://purl.oclc.org/ooxml/officeDocument/relationships")
raw("rutas-absolutas.xlsx", OK, book_at="/xl/workbook.xml", sheet_at="/xl/worksheets/sheet1.xml")
raw("otra-ruta.xlsx", OK, sheet_at="../libro/./hoja-7.xml".replace("/./", "/"), sheet_path="libro/hoja-7.xml")
raw("sin-relaciones.xlsx", OK, without=["_rels/.rels"])
raw("utf16.xlsx", OK, sheet(inline([T, ROW])).replace("UTF-8", "UTF-16").encode("utf-16"))
STRINGS = f'<sst xmlns="{MAIN}">' + "".join(f"<si><t>{t}</t></si>" for t in T) + (
    '<si><r><t xml:space="preserve">Per</t></r><r><rPr><b/></rPr><t xml:space="preserve">sona Demo </t></r><rPh sb="0" eb="1"><t>NO SE LEE</t></rPh></si>'
    '<si><t>Analista_x000D_\nde_x005F_prueba</t><phoneticPr fontId="1"/></si></sst>')
cells = "".join(f'<c r="{chr(65 + i)}1" t="s"><v>{i}</v></c>' for i in range(7))
rich = [f'<c r="{c}2" t="inlineStr"><is><t>{v}</t></is></c>' for c, v in zip("ABC", ROW)] + [
    '<c r="D2" t="s"><v>7</v></c>', '<c r="E2" t="s"><v> 8 </v></c>', '<c r="F2" t="str"><f>"CAS"</f><v>CAS</v></c>', '<c r="G2" t="d"><v>2026-11-02T00:00:00</v></c>']
raw("textos-ricos.xlsx", OK + ["Prueba Ñandú Persona Demo", "Analista de_prueba"], sheet(f'<row r="1">{cells}</row><row r="2">{"".join(rich)}</row>'),
    more={"xl/sharedStrings.xml": STRINGS})
raw("texto-perdido.xlsx", ["incompleto o dañado"], sheet(f'<row r="1">{cells}</row>'), refused=True)
STYLES = (f'<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="[$-280A]dd\\-mmm\\-yy;@"/><numFmt numFmtId="165" formatCode="&quot;día &quot;0"/></numFmts>'
          '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>')
dates = ["<c r=\"A2\" s=\"3\"><v>1.000001E6</v></c>"] + ROW[1:5] + ['<c r="F2"><v>1057</v></c>', '<c r="G2" s="2"><v>%s</v></c>', '<c r="H2" s="1"><v>%s</v></c>', '<c r="I2" t="b"><v>0</v></c>']
TD = T + ["Fecha de nacimiento", "De confianza"]
for name, pr, days in (("fechas-1900.xlsx", "", (46328, 33048.35)), ("fechas-1904.xlsx", '<workbookPr date1904="1"/>', (44866, 31586))):
    raw(name, OK + ["se completaron los ceros del inicio (1000001 → 01000001)"],
        sheet(inline([TD, [d % days[0] if 'G2' in d else d % days[1] if 'H2' in d else d for d in dates]])), pr=pr, more={"xl/styles.xml": STYLES})
raw("filas-formateadas.xlsx", OK, sheet(inline([T, ROW]) + "".join(f'<row r="{i}" s="1" customFormat="1"><c r="A{i}" s="1"/></row>' for i in range(3, 20003))
    + '<row r="1048576" s="1" customFormat="1"><c r="XFD1048576" s="1"/></row>'))
raw("columnas-lejanas.xlsx", OK, sheet(inline([T, ROW]) + '<row r="4"><c r="XFD4" t="inlineStr"><is><t>lejos</t></is></c></row>'))
raw("unidas-enormes.xlsx", OK, sheet(inline([T, ROW]), after="<mergeCells>" + "".join(f'<mergeCell ref="A{i}:XFD1048576"/>' for i in range(3, 3000)) + "</mergeCells>"))
raw("doctype.xlsx", ["instrucciones que una hoja de cálculo no lleva"],
    sheet(inline([T, ROW])).replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet'), refused=True)
raw("bomba.xlsx", ["crece demasiado al abrirlo"], sheet(" " * 40_000_000), refused=True)
raw("hondo.xlsx", ["incompleto o dañado"], sheet("<a>" * 5000 + "</a>" * 5000), refused=True)
raw("marca-enorme.xlsx", ["incompleto o dañado"], sheet("<row r='" + "1" * 3_000_000 + "'/>"), refused=True)
raw("xml-roto.xlsx", ["incompleto o dañado"], sheet(inline([T, ROW]))[:-40], refused=True)
raw("sin-hoja.xlsx", ["incompleto o dañado"], without=["xl/worksheets/sheet1.xml"], refused=True)
raw("sin-libro.xlsx", ["incompleto o dañado"], without=["xl/workbook.xml"], refused=True)
raw("macros.xlsm", ["tiene macros (.xlsm)"], types=TYPES.replace("vnd.openxmlformats-officedocument.spreadsheetml.sheet", "vnd.ms-excel.sheet.macroEnabled"), refused=True)
raw("binario.xlsb", ["binario de Excel (.xlsb)"], more={"xl/workbook.bin": "x"}, refused=True)
raw("documento.docx", ["no es una hoja de cálculo: es otro documento"], more={"word/document.xml": "<x/>"}, refused=True)
many = zipped({"xl/x": ""})
many = many[:-12] + b"\xff\xff" + many[-10:]  # as many as its end announces
says("muchas-partes.xlsx", ["crece demasiado al abrirlo"], True)
save("muchas-partes.xlsx", many)
whole = zipped({"xl/x": os.urandom(3000)})
for name, data in (("cortado.xlsx", whole[:1500]), ("cortado-al-inicio.xlsx", whole[:30]), ("comprimido.zip", zipped({"planilla.csv": "DNI"}))):
    says(name, ["es otro documento o un archivo comprimido" if name.endswith("zip") else "incompleto o dañado"], True)
    save(name, data)
crc = bytearray(zipped({"[Content_Types].xml": TYPES, "xl/workbook.xml": "<workbook/>", "x": "y" * 50}))
crc[crc.find(b"xl/workbook.xml") + 20] ^= 0xFF
says("datos-cambiados.xlsx", ["incompleto o dañado"], True)
save("datos-cambiados.xlsx", bytes(crc))
says("con-clave.xlsx", ["tiene contraseña"], True)
save("con-clave.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(200))
says("pagina.xls", ["con nombre de hoja de cálculo"], True)
save("pagina.xls", ("<html><body><table><tr>" + "".join(f"<td>{t}</td>" for t in T) + "</tr></table></body></html>").encode())

# --- OpenDocument, part by part ---

ODS = "application/vnd.oasis.opendocument.spreadsheet"
NS = ' '.join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{p}:1.0"' for p in ("office", "table", "text"))


def content(rows):
    return (f'<?xml version="1.0"?><office:document-content {NS}><office:body><office:spreadsheet><table:table table:name="Hoja1">{rows}'
            '</table:table></office:spreadsheet></office:body></office:document-content>')


def cells_of(r):
    return "".join(f'<table:table-cell office:value-type="string"><text:p>{v}</text:p></table:table-cell>' for v in r)


def ods(name, texts, rows, refused=False, manifest="<x/>", whole=None):
    if says(name, texts, refused):
        save(name, zipped({"mimetype": ODS, "content.xml": whole or content(rows), "META-INF/manifest.xml": manifest}))


row = lambda r, more="": f"<table:table-row{more}>{cells_of(r)}</table:table-row>"
ods("filas-repetidas-bomba.ods", ["demasiado grande"], row(T) + row(ROW, ' table:number-rows-repeated="1000000"'), True)
ods("columnas-repetidas.ods", OK, "<table:table-row>" + cells_of(T) + '<table:table-cell table:number-columns-repeated="2000000000"/></table:table-row>' + row(ROW)
    + '<table:table-row><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p> </text:p></table:table-cell></table:table-row>'
    + '<table:table-row table:number-rows-repeated="99999999999999999999"><table:table-cell/></table:table-row>')
ods("repetida-dos-veces.ods", ["1 entran, 1 por corregir", "está también en la fila 2"], row(T) + row(ROW, ' table:number-rows-repeated="2"'))
ods("tabla-en-celda.ods", OK, row(T) + "<table:table-row>" + cells_of(ROW[:6]) + '<table:table-cell office:value-type="string"><table:table><table:table-row>'
    + cells_of(["dentro"]) + "</table:table-row></table:table><text:p>02/11/2026</text:p></table:table-cell></table:table-row>")
ods("error.ods", ["1 por corregir", "La fórmula de la celda da error (#N/D)"], row(T) + row(ROW[:4] + ["#N/D"] + ROW[5:]))
truth = lambda v: f'<table:table-cell office:value-type="boolean" office:boolean-value="{v}"><text:p>{v}</text:p></table:table-cell>'
ods("verdadero.ods", OK, row(T + ["Confianza", "Primer ingreso"])
    + f'<table:table-row>{cells_of(ROW)}{truth("true")}{truth("false")}</table:table-row>')
ods("doctype.ods", ["instrucciones que una hoja de cálculo no lleva"], "", True, whole=content(row(T)).replace("<office:document-content", '<!DOCTYPE x SYSTEM "file:///etc/passwd"><office:document-content'))
ods("con-clave.ods", ["tiene contraseña"], row(T), True, manifest="<manifest:encryption-data/>")
ods("sin-tablas.ods", ["La planilla está vacía"], "", True)
if says("sin-contenido.ods", ["incompleto o dañado"], True):
    save("sin-contenido.ods", zipped({"mimetype": ODS}))
if says("texto.odt", ["es otro documento"], True):
    save("texto.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content(row(T))}))

with open(os.path.join(here, "libros.json"), "w", encoding="utf-8") as f:
    json.dump(cases, f, ensure_ascii=False, indent=1)
    f.write("\n")
