{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>{{NOMBRE}}</h1>
<p class="lead">{{CODIGO}} · ajustes, versión {{VERSION}} · {{RESULTADOS:x-miles}} {{RESULTADOS:x-segun=resultado/resultados}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Cambie los ajustes del curso. Cada cambio es una versión nueva: rige para lo que se cargue desde hoy. Lo que ya se juzgó con la versión anterior se queda como está.</p></details>
{{#PUEDE_EDITAR}}<form method="post" novalidate>
{{>CSRF}}{{>CAMPO_VERSION}}
{{>CAMPO_NOMBRE}}
{{>CAMPO_EDICION}}
{{>CAMPO_ACREDITACION}}
<div class="fila">{{>CAMPO_NOTA_MINIMA}}{{>CAMPO_ESCALA}}{{>CAMPO_ESCALA_ORIGEN}}</div>
<div class="fila">{{>CAMPO_HORAS}}{{>CAMPO_CIERRE}}</div>
{{>CAMPO_MOODLE_ID}}
{{>CAMPO_VIGENTE}}
<div class="acc"><button>Guardar los ajustes</button> <a href="/mooc/cursos">Volver a los cursos</a></div>
</form>
{{/PUEDE_EDITAR}}<h2>Versiones de los ajustes</h2>
<table class="apila">
<caption class="vh">Versiones de los ajustes</caption>
<thead><tr><th scope="col">Versión</th><th scope="col">Acreditación</th><th scope="col">Desde</th><th scope="col" class="num">Resultados</th></tr></thead>
<tbody>
{{#VERSIONES}}<tr><th scope="row">{{VERSION}}</th>
<td data-label="Acreditación">{{ACREDITACION}}, mínima {{NOTA_MINIMA}} de {{ESCALA}}</td>
<td data-label="Desde">{{CREADO}}{{#HAY_QUIEN}}, {{QUIEN}}{{/HAY_QUIEN}}</td>
<td data-label="Resultados" class="num">{{RESULTADOS:x-miles}}</td></tr>
{{/VERSIONES}}</tbody>
</table>
