{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Subir una planilla</h1>
<p class="lead">Registre a muchas personas a la vez desde su hoja de cálculo.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Suba su propio archivo o llene la plantilla. El portal reconoce los títulos, repara lo que Excel cambia y le muestra qué entra y qué falta. Nada se registra hasta que usted acepte. Subir dos veces el mismo archivo no duplica a nadie.</p></details>
<form method="post" enctype="multipart/form-data" novalidate>
{{>CSRF}}
{{>CAMPO_ARCHIVO}}
{{>CAMPO_TEXTO}}
<div class="acc"><button>Ver qué entra</button> <a class="btn sec" href="/planilla/plantilla">Descargar la plantilla de Excel</a> <a href="/planilla/plantilla?formato=csv">La plantilla en CSV</a></div>
</form>
<details><summary>Columnas que el portal reconoce</summary>
<p>Hacen falta el documento, los nombres, un apellido, el puesto, el régimen y la fecha de ingreso. El orden no importa.</p>
<table class="apila">
<caption class="vh">Columnas de la planilla</caption>
<thead><tr><th scope="col">Título</th><th scope="col">Por ejemplo</th></tr></thead>
<tbody>
{{#COLUMNAS}}<tr><th scope="row">{{TITULO}}</th><td data-label="Por ejemplo">{{EJEMPLO}}</td></tr>
{{/COLUMNAS}}</tbody>
</table>
</details>
{{#HAY_PLANILLAS}}<h2>Planillas de su entidad</h2>
<table class="apila">
<caption class="vh">Las últimas planillas y lo que espera en cada una</caption>
<thead><tr><th scope="col">Planilla</th><th scope="col">Subida</th><th scope="col" class="num">Por corregir</th><th scope="col" class="num">Por aceptar</th><th scope="col" class="num">Registradas</th></tr></thead>
<tbody>
{{#PLANILLAS}}<tr>
<th scope="row"><a href="/planilla/{{ID}}/vista">{{NOMBRE}}</a>{{#DESHECHA}} <span class="est">Deshecha</span>{{/DESHECHA}}</th>
<td data-label="Subida">{{CREADO}}, {{QUIEN}}</td>
<td data-label="Por corregir" class="num">{{POR_CORREGIR:x-miles}}</td>
<td data-label="Por aceptar" class="num">{{POR_ACEPTAR:x-miles}}</td>
<td data-label="Registradas" class="num">{{REGISTRADAS:x-miles}} de {{TOTAL:x-miles}}</td>
</tr>
{{/PLANILLAS}}</tbody>
</table>
{{/HAY_PLANILLAS}}
