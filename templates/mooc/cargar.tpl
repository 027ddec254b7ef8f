{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Cargar resultados</h1>
<p class="lead">Suba lo que descargó de Moodle, tal como viene.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Suba el informe de finalización o el libro de calificaciones, en español o en inglés, o una lista propia. El portal busca a cada persona por su documento y le muestra qué cambiaría. Nada se registra hasta que usted acepte. Subir dos veces el mismo archivo no cambia nada.</p></details>
{{#HAY_CURSOS}}<form method="post" enctype="multipart/form-data" novalidate>
{{>CSRF}}
{{>CAMPO_CURSO}}
{{>CAMPO_ARCHIVO}}
{{>CAMPO_FECHA}}
<div class="acc"><button>Ver qué entra</button></div>
</form>
{{/HAY_CURSOS}}{{#NO_CURSOS}}<p>Todavía no hay un curso que reciba resultados. <a href="/mooc/nuevo">Agregar un curso</a></p>
{{/NO_CURSOS}}
