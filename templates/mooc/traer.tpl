{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Traer de Moodle: {{NOMBRE}}</h1>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>El portal pregunta a Moodle cada noche y cuando usted lo pida. Si algo falla a mitad, nada cambia: se intenta otra vez solo, cada vez más espaciado, y aquí se ve por qué. Puede cerrar la página mientras trabaja.</p></details>
{{#EN_MARCHA}}<div class="nota" role="status"><h2>Trayendo de Moodle</h2>
<p>{{#EN_COLA}}Espera su turno.{{/EN_COLA}}{{#NO_EN_COLA}}Van {{PREGUNTADAS:x-miles}} {{PREGUNTADAS:x-segun=persona preguntada/personas preguntadas}}; faltan {{PENDIENTES:x-miles}} de {{TOTAL:x-miles}} inscritas allá.{{/NO_EN_COLA}} {{LLAMADAS:x-miles}} {{LLAMADAS:x-segun=consulta hecha/consultas hechas}}.{{#HAY_ERROR}} El último intento falló: {{ERROR}}. Se intentará otra vez.{{/HAY_ERROR}}</p>
<p><a href="/mooc/{{ID}}/traer">Actualizar</a> (se actualiza sola cada cinco segundos)</p></div>
{{/EN_MARCHA}}{{#SE_PIDE}}<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_COMPLETA}}
<div class="acc"><button>Traer ahora</button> <a class="btn sec" href="/mooc/{{ID}}/conciliacion">Ver la conciliación</a></div>
</form>
{{/SE_PIDE}}{{#SIN_MOODLE}}<div class="alerta"><p>Falta configurar: el portal necesita la dirección y el token de un Moodle, y el curso su número de allá.</p></div>
{{/SIN_MOODLE}}{{#HAY_TRAIDAS}}<h2>Veces que se trajo</h2>
<table class="apila">
<caption class="vh">Veces que se trajo de Moodle</caption>
<thead><tr><th scope="col">Cuándo</th><th scope="col">Quién</th><th scope="col">Qué pasó</th><th scope="col" class="num">Consultas</th></tr></thead>
<tbody>
{{#TRAIDAS}}<tr>
<th scope="row"><a href="/mooc/{{ID}}/vista">{{CREADO}}</a></th>
<td data-label="Quién">{{#HAY_QUIEN}}{{QUIEN}}{{/HAY_QUIEN}}{{#NO_QUIEN}}Cada noche{{/NO_QUIEN}}{{#COMPLETA}}, por todos{{/COMPLETA}}</td>
<td data-label="Qué pasó">{{#HECHA}}{{TOTAL:x-miles}} inscritos allá, {{NUEVOS:x-miles}} {{NUEVOS:x-segun=resultado nuevo/resultados nuevos}}, {{SIN_COINCIDENCIA:x-miles}} sin coincidencia{{#HAY_SEGUNDOS}}, en {{SEGUNDOS:x-miles}} segundos{{/HAY_SEGUNDOS}}{{/HECHA}}{{#FALLIDA}}Falló: {{ERROR}}{{/FALLIDA}}{{#DESHECHA}}Se deshizo{{/DESHECHA}}</td>
<td data-label="Consultas" class="num">{{LLAMADAS:x-miles}}</td>
</tr>
{{/TRAIDAS}}</tbody>
</table>
{{/HAY_TRAIDAS}}<p><a href="/mooc/cursos">Volver a los cursos</a></p>
