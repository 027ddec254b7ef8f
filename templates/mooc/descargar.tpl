{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Descargar lo que espera</h1>
<p class="lead">«{{NOMBRE}}»: {{FILAS:x-miles}} {{FILAS:x-segun=fila/filas}} sin registrar.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Descargue las filas que esperan, con lo que les falta, para corregirlas y subirlas otra vez. Son datos personales: úselos solo para lo que indique aquí. Queda anotado quién descargó, cuándo y para qué.</p></details>
{{#SE_PUEDE}}<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_PROPOSITO}}
{{>CAMPO_FORMATO}}
<div class="acc"><button>Descargar el archivo</button> <a href="/mooc/{{ID}}/vista">Volver a la carga</a></div>
</form>
{{/SE_PUEDE}}{{#NINGUNO}}<div class="nota"><p>No hay nada que descargar. <a href="/mooc/{{ID}}/vista">Volver a la carga</a></p></div>
{{/NINGUNO}}