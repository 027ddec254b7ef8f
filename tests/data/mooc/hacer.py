#!/usr/bin/env python3
"""Writes the corpus: reports as Moodle 3.9 to 4.x downloads them and lists that people keep. {d1} … {d3} become the
documents of three people that the test enrols, {m3} the mail of the third, {z1} the first without its leading zeros.
casos.json tells, for each file, what its rows must become: state, result, mark."""
import json
import os

here = os.path.dirname(os.path.abspath(__file__))
cases = {}


def case(name, text, filas, acreditacion='EVALUACION', encoding='utf-8', dice=(), rechazada=False, **ajustes):
    data = text if isinstance(text, bytes) else text.encode(encoding)
    with open(os.path.join(here, name), 'wb') as f:
        f.write(data)
    cases[name] = {'acreditacion': acreditacion, 'ajustes': ajustes, 'filas': filas, 'dice': list(dice),
                   'rechazada': rechazada}


# --- course completion: Moodle's own ID is first, and never a document; a cell holds the date or nothing ---
HEAD_ES = 'ID,Nombre,"Número de ID","Dirección de correo","Cuestionario 1","Cuestionario 1 - Fecha de finalización","Curso completado"\n'
case('finalizacion-es.csv', '\ufeff' + HEAD_ES +
     '71,"Persona Prueba Ficticia",{d1},uno@prueba.pe,Finalizado,"3/03/22, 10:15","3/03/22, 10:15"\n'
     '72,"Persona Prueba Ficticia",{d2},dos@prueba.pe,"No finalizado",,\n',
     {'2': 'ENTRA ASISTIO - 2022-03-03', '3': 'SIN_RESULTADO - -'}, 'ASISTENCIA',
     dice=['1 aprueban', 'finalización del curso de Moodle', 'Todavía no finaliza el curso'])
HEAD_EN = 'ID\tName\tID number\tEmail address\tQuiz 1\tQuiz 1 - Completion date\tCourse complete\r\n'
case('completion-en-utf16.csv', ('\ufeff' + HEAD_EN +
     '71\tPersona Prueba Ficticia\t{d1}\tuno@prueba.pe\tCompleted\t3/03/22, 10:15\t3/03/22, 10:15\r\n'
     '72\tPersona Prueba Ficticia\t{d2}\tdos@prueba.pe\tNot completed\t\t\r\n').encode('utf-16-le'),
     {'2': 'ENTRA ASISTIO - 2022-03-03', '3': 'SIN_RESULTADO - -'}, 'ASISTENCIA', dice=['UTF-16'])
case('completion-only-id.csv', 'ID,Name,"Course complete"\n{d1},"Persona Prueba",\n', {}, 'ASISTENCIA', rechazada=True,
     dice=['hace falta una columna que diga de quién es cada fila'])

# --- activity completion: the titles of the person and of each date are empty ---
case('actividades-en.csv', ',"ID number","Email address","Lesson 1","","Quiz final",""\n'
     '"Persona Prueba Ficticia","{d1}","uno@prueba.pe","Completed","Thursday, 3 March 2022, 10:15 AM","Completed (achieved pass grade)","Friday, 4 March 2022, 9:00 PM"\n'
     '"Persona Prueba Ficticia","{d2}","dos@prueba.pe","Completed","Thursday, 3 March 2022, 10:15 AM","Not completed",""\n'
     '"Persona Prueba Ficticia","{d3}","tres@prueba.pe","Completed","Thursday, 3 March 2022, 10:15 AM","Completed (did not achieve pass grade)","Friday, 4 March 2022, 9:00 PM"\n',
     {'2': 'ENTRA ASISTIO - 2022-03-04', '3': 'SIN_RESULTADO - -', '4': 'SIN_RESULTADO - -'}, 'ASISTENCIA',
     dice=['finalización de actividades de Moodle'])
# An activity with the day until when it is expected has it in the title of its date; one may be called as a column is.
case('actividades-con-plazo.csv', ',"ID number","Lesson 1","2022-03-31 23:59:00","Nota final","","Quiz","1 April 2022"\n'
     '"Persona Prueba Ficticia","{d1}","Completed","2022-03-03 10:15:00","Completed (achieved pass grade)","2022-03-04 21:00:00","Completed","2022-03-05 08:00:00"\n'
     '"Persona Prueba Ficticia","{d2}","Not completed","","Completed","2022-03-04 21:00:00","Completed","2022-03-05 08:00:00"\n'
     '"Persona Prueba Ficticia","{d3}","Completed","2022-03-03 10:15:00","Not completed","","Completed","2022-03-05 08:00:00"\n',
     {'2': 'ENTRA ASISTIO - 2022-03-05', '3': 'SIN_RESULTADO - -', '4': 'SIN_RESULTADO - -'}, 'ASISTENCIA')
case('actividades-es.csv', '\ufeff,"Número de ID","Dirección de correo","Lección 1",""\n'
     '"Persona Prueba Ficticia","{d1}","uno@prueba.pe","Finalizado","jueves, 3 de marzo de 2022, 10:15"\n'
     '"Persona Prueba Ficticia","{d2}","dos@prueba.pe","No finalizado",""\n',
     {'2': 'ENTRA ASISTIO - 2022-03-03', '3': 'SIN_RESULTADO - -'}, 'ASISTENCIA')
case('fecha-en-us.csv', 'Username,"Full name","Course complete"\n{d1},"Persona Prueba","Thursday, March 3, 2022, 10:15 AM"\n'
     '{d2},"Persona Prueba","Wednesday, August 31, 2022, 1:05 PM"\n',
     {'2': 'ENTRA ASISTIO - 2022-03-03', '3': 'ENTRA ASISTIO - 2022-08-31'}, 'ASISTENCIA')

# --- gradebook ---
GRADES_EN = '"First name","Last name","ID number",Institution,Department,"Email address","Quiz: Final (Real)","Course total (Real)","Last downloaded from this course"\n'
case('grades-en.csv', GRADES_EN +
     'Persona,"Prueba Ficticia",{d1},,,uno@prueba.pe,16.50,16.50,1646320500\n'
     'Persona,"Prueba Ficticia",{d2},,,dos@prueba.pe,9.00,9.00,1646320500\n'
     'Persona,"Prueba Ficticia",{d3},,,tres@prueba.pe,-,-,1646320500\n',
     {'2': 'ENTRA APROBADO 16.50 2022-03-03', '3': 'ENTRA DESAPROBADO 9.00 2022-03-03', '4': 'SIN_RESULTADO - -'},
     dice=['1 aprueban', '1 no aprueban', 'calificaciones de Moodle', 'Columnas que no se usaron: Quiz: Final (Real)'])
case('calificaciones-es.csv', ('Nombre;Apellido(s);Número de ID;Institución;Departamento;Dirección de correo;Total del curso (Real);Última descarga de este curso\r\n'
     'Persona;Prueba Ficticia;{d1};;;uno@prueba.pe;16,50;1646320500\r\n'
     'Persona;Prueba Ficticia;{d2};;;dos@prueba.pe;-;1646320500\r\n'), {'2': 'ENTRA APROBADO 16.50 2022-03-03', '3': 'SIN_RESULTADO - -'},
     encoding='cp1252', dice=['Windows-1252'])
case('porcentaje-en.csv', '"First name",Surname,Username,"Course total (Percentage)","Course total (Letter)"\n'
     'Persona,Prueba,{d1},"85.00 %",B\nPersona,Prueba,{d2},"50.00 %",F\n',
     {'2': 'ENTRA APROBADO 17.00', '3': 'ENTRA DESAPROBADO 10.00'})
case('sobre-cien.csv', 'Número de ID,Total del curso (Real)\n{d1},70.00\n{d2},69.90\n',
     {'2': 'ENTRA APROBADO 14.00', '3': 'ENTRA DESAPROBADO 13.98'}, escala_origen='100')
case('antes-del-cierre.csv', 'Número de ID,Total del curso (Real)\n{d1},16\n{d2},5\n',
     {'2': 'ENTRA APROBADO 16.00', '3': 'SIN_RESULTADO - 5.00'}, dice=['Va en 5; todavía no llega a la mínima'], cierre='2099-12-31')

# --- whose it is ---
case('usuario-con-prefijo.csv', 'Nombre de usuario;Nota\nDNI {d1};15\nd-{d2};15\njperez;15\n',
     {'2': 'ENTRA APROBADO 15.00', '3': 'SIN_COINCIDENCIA APROBADO 15.00', '4': 'SIN_COINCIDENCIA APROBADO 15.00'},
     dice=['No trae un documento de identidad'])
case('sin-ceros.csv', 'Apellidos y nombres,DNI,Nota\n"Prueba Ficticia, Persona",{z1},15\n"Otra Cosa, Nadie",{z1},15\n',
     {'2': 'ENTRA APROBADO 15.00', '3': 'SIN_COINCIDENCIA APROBADO 15.00'},
     dice=['El nombre no es el de la persona de ese documento'])
case('solo-correo.csv', 'Nombre,Apellido(s),Dirección de correo,Total del curso (Real)\nPersona,Prueba,{m3},18\n',
     {'2': 'SIN_COINCIDENCIA APROBADO 18.00'}, dice=['Solo coincide el correo', 'Es la persona sugerida'])
case('dos-personas.csv', 'Número de ID,Nombre de usuario,Nota\n{d1},{d2},15\n', {'2': 'SIN_COINCIDENCIA APROBADO 15.00'},
     dice=['Sus datos llevan a dos personas distintas'])
case('repetida.csv', 'DNI,Nota\n{d1},11\n{d1},17\n', {'2': 'REPETIDA DESAPROBADO 11.00', '3': 'ENTRA APROBADO 17.00'})

# --- lists of SERVIR, contradictions and what cannot be read ---
case('lista.csv', 'N°;Documento;Apellidos y nombres;Nota final;Estado;Fecha de culminación\n'
     '1;{d1};Prueba Ficticia, Persona;15;APROBADO;03/03/2022\n2;{d2};Prueba Ficticia, Persona;;RETIRADO;03/03/2022\n'
     '3;{d3};Prueba Ficticia, Persona;8;DESAPROBADO;03/03/2022\n',
     {'2': 'ENTRA APROBADO 15.00 2022-03-03', '3': 'ENTRA RETIRADO - 2022-03-03', '4': 'ENTRA DESAPROBADO 8.00 2022-03-03'},
     dice=['lista de resultados'])
case('asistio.csv', 'DNI,Estado\n{d1},ASISTIÓ\n{d2},\n', {'2': 'ENTRA ASISTIO -', '3': 'SIN_RESULTADO - -'}, 'ASISTENCIA')
case('contradiccion.csv', 'DNI,Nota,Estado\n{d1},10,Aprobado\n', {'2': 'POR_CORREGIR DESAPROBADO 10.00'},
     dice=['Dice aprobado, pero su nota 10 es menor que la mínima 14'])
case('nota-mala.csv', 'DNI,Nota\n{d1},25\n{d2},Error\n', {'2': 'POR_CORREGIR APROBADO -', '3': 'POR_CORREGIR - -'},
     dice=['«25» no es una nota hasta 20'])
case('fecha-futura.csv', 'DNI,Nota,Fecha\n{d1},15,01/01/2099\n{d2},15,31/02/2022\n',
     {'2': 'POR_CORREGIR APROBADO 15.00 2099-01-01', '3': 'POR_CORREGIR APROBADO 15.00'},
     dice=['todavía no llega', 'no se entiende «31/02/2022»'])
case('ambas-solo-notas.csv', 'Número de ID,Total del curso (Real)\n{d1},16\n{d2},8\n',
     {'2': 'SIN_RESULTADO - 16.00', '3': 'ENTRA DESAPROBADO 8.00'}, 'AMBAS', dice=['suba también el informe de finalización'])
case('ambas.csv', 'DNI,Nota,"Curso completado"\n{d1},16,Sí\n{d2},16,No\n{d3},,Sí\n',
     {'2': 'ENTRA APROBADO 16.00', '3': 'SIN_RESULTADO - 16.00', '4': 'ENTRA ASISTIO -'}, 'AMBAS')
case('formula.csv', 'DNI,Nombre completo,Nota\n{d1},"=HYPERLINK(""x"") Prueba <b>""\'&canario",15\n', {'2': 'ENTRA APROBADO 15.00'})
case('sin-titulos.csv', '12345678;15\n', {}, rechazada=True, dice=['No encontramos los títulos'])
case('vacio.csv', b'', {}, rechazada=True, dice=['archivo'])
case('imagen.csv', b'\x89PNG\r\n\x1a\n\x00\x00\x00\x0d', {}, rechazada=True, dice=['no es una hoja de cálculo'])

with open(os.path.join(here, 'casos.json'), 'w', encoding='utf-8') as f:
    json.dump(cases, f, ensure_ascii=False, indent=1)
    f.write('\n')
