{{%AUTOESCAPE context="HTML"}}
<!doctype html>
<html lang="es-PE">
<head><title>{{TITULO}}</title></head>
<body>
<h1>{{TITULO}}</h1>
{{#NO_FILAS}}
<p>No hay nadie todavía.</p>
{{/NO_FILAS}}
<table>
<tbody>
{{#FILAS}}
<tr>
<th scope="row"><a href="/servidor/{{ID}}/ficha">{{NOMBRE}}</a></th>
<td data-label="Documento">{{DOCUMENTO}}</td>
<td data-label="Cargo">{{CARGO}}</td>
<td data-label="Órgano">{{#HAY_ORGANO}}{{ORGANO}}{{/HAY_ORGANO}}{{#NO_ORGANO}}sin órgano{{/NO_ORGANO}}</td>
<td data-label="Régimen">{{REGIMEN}}</td>
<td data-label="Ingreso"><time datetime="{{INGRESO:x-iso}}">{{INGRESO}}</time></td>
<td data-label="Etapa">{{ETAPA}}</td>
<td data-label="Estado">{{ESTADO}}{{#VENCIDA}} (vencida){{/VENCIDA}}</td>
<td data-label="Límite">{{LIMITE}}</td>
<td data-label="Horas">{{HORAS:x-miles}}</td>
<td data-label="Visto">{{VISTO}}</td>
</tr>
{{/FILAS}}
</tbody>
</table>
</body>
</html>
