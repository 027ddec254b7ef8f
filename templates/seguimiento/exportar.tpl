{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Descargar la cartera</h1>
<p class="lead">El archivo tendrá {{#VARIOS}}{{TOTAL}} {{TOTAL:x-segun=entidad/entidades}}{{/VARIOS}}{{#UNO}}1 entidad{{/UNO}}: exactamente las de la lista que usted filtró, con su semáforo y sus razones.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Descargue la lista que filtró como archivo CSV. No lleva datos de los servidores. Queda anotado quién descargó, cuándo, para qué y con qué filtros.</p></details>
<form method="post" novalidate>
{{>CSRF}}
{{#FILTROS}}<input type="hidden" name="{{NOMBRE}}" value="{{VALOR}}">
{{/FILTROS}}{{>CAMPO_PROPOSITO}}
<div class="acc"><button>Descargar el archivo</button> <a href="/seguimiento/cartera?{{CONSULTA}}">Volver a la cartera</a></div>
</form>
